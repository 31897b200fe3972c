import Negotiation
import SyncProtocol

/// What an operator is about to record.
struct Move {
    var kind: OperationKind
    /// Nil when it makes its record.
    var record: RecordID?
    var body: String
    var attachments: [Attachment]
    /// Who says it, of those who sit at the machine.
    var actor: String

    init(
        _ kind: OperationKind, on record: RecordID? = nil, _ body: String, attachments: [Attachment] = [],
        actor: String = Operator.clerk
    ) {
        self.actor = actor
        self.kind = kind
        self.record = record
        self.body = body
        self.attachments = attachments
    }
}
