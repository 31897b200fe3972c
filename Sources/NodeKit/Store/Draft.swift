import Negotiation
import StrictJSON
import SyncProtocol

/// An operation that its author may still change, with the attachments that it names.
public struct Draft: Sendable {
    public let operation: Operation
    public let attachments: [Attachment]

    /// Reads an operation's bytes. Throws ``NodeFailure``: `badDraft`, or `limit` for the attachments.
    public init(_ bytes: [UInt8], attachments: [Attachment] = []) throws {
        do {
            operation = try Operation(parsing: bytes)
        } catch {
            throw NodeFailure(
                .badDraft, "The operation cannot be recorded: \(error).", advice: "Correct what the message names.")
        }
        guard attachments.count <= OutboxLimits.operationAttachments,
            attachments.allSatisfy({ $0.bytes.count <= Limits.attachmentBytes })
        else {
            throw NodeFailure(
                .limit,
                "An operation takes \(OutboxLimits.operationAttachments) attachments of \(Limits.attachmentBytes) bytes.",
                advice: "Attach less.")
        }
        self.attachments = attachments
    }

    /// A new operation with a fresh id. `record` is nil for one that creates its record.
    ///
    /// Throws ``NodeFailure``: `badDraft`, `limit`.
    public static func make(
        _ kind: OperationKind, record: RecordID? = nil, body: JSONValue, actor: String, at stamp: Stamp = .now(),
        attachments: [Attachment] = []
    ) throws -> Draft {
        let id = stamp.newOperationID()
        return try Draft(
            Operation.encode(
                id: id, actor: actor, recordedAt: stamp.text, kind: kind.rawValue, record: record ?? RecordID(id),
                body: body),
            attachments: attachments)
    }
}
