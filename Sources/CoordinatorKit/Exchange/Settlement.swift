import Negotiation
import SyncProtocol

/// What an exchange's transaction came to.
enum Settlement: Sendable {
    /// What was decided.
    struct Decided {
        /// Whose node it is.
        var agency: AgencyCode
        /// What was decided about its bundle.
        var outcomes: [OperationOutcome]
        /// The day of that decision; nil when it was taken before.
        var day: String?
        /// Receipts for earlier bundles that were decided again after a restore.
        var corrected: [Receipt]
    }

    case decided(Decided)
    /// A refusal of which something is kept; one of which nothing is kept is thrown and undoes the request's part.
    case refused(Problem)

    /// Throws the refusal.
    func decided() throws -> Decided {
        switch self {
        case .decided(let decided): decided
        case .refused(let problem): throw problem
        }
    }
}
