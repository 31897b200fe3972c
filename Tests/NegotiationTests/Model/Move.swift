import StrictJSON

@testable import Negotiation

/// What an author is about to write.
struct Move {
    /// An agency, `agency/second` for its other node, or `coordinator`.
    var author: String
    var kind: String
    /// nil when it makes its record.
    var record: RecordID?
    var body: String
    var actor = Town.actor
    /// The record that it is about, named by `record` or in the body, when not every agency may see that one.
    var about: RecordID?
    /// Whether its body holds the secret, so that it may reach no other record.
    var isSecret = false

    init(
        _ author: String, _ kind: OperationKind, on record: RecordID? = nil, about: RecordID? = nil, _ body: String
    ) {
        self.author = author
        self.kind = kind.rawValue
        self.record = record
        self.body = body
        self.about = about ?? record
    }
}
