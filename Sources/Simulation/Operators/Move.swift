import Negotiation
import SyncProtocol

/// What an operator is about to record.
struct Move {
    var kind: OperationKind
    /// Nil when it makes its record.
    var record: RecordID?
    var body: String
    var attachments: [Attachment]

    init(_ kind: OperationKind, on record: RecordID? = nil, _ body: String, attachments: [Attachment] = []) {
        self.kind = kind
        self.record = record
        self.body = body
        self.attachments = attachments
    }
}
