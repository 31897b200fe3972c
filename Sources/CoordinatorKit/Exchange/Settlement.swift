import Negotiation
import SyncProtocol

/// What an exchange's transaction came to.
enum Settlement: Sendable {
    /// Whose node it is, and what was decided about its bundle.
    case decided(AgencyCode, [OperationOutcome])
    /// A refusal of which something is kept; one of which nothing is kept is thrown and undoes the request's part.
    case refused(Problem)

    /// Throws the refusal.
    func decided() throws -> (AgencyCode, [OperationOutcome]) {
        switch self {
        case .decided(let agency, let outcomes): (agency, outcomes)
        case .refused(let problem): throw problem
        }
    }
}
