import Negotiation
import SyncProtocol

/// Ids and codes for tests.
enum Made {
    /// A fresh id of any kind.
    static func id<Subject: Sendable>() -> Identifier<Subject> {
        guard let id = Identifier<Subject>(bytes: Sodium.randomBytes(16)) else {
            preconditionFailure("16 bytes are an id")
        }
        return id
    }

    static func agency(_ text: String) -> AgencyCode {
        guard let code = AgencyCode(text) else { preconditionFailure("\(text) is no agency code") }
        return code
    }
}
