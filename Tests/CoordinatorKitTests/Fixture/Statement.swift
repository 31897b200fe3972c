import Negotiation
import StrictJSON
import SyncProtocol

/// Makes operations for tests.
enum Statement {
    static func make(
        _ kind: String, id: OperationID = Statement.id(), record: RecordID? = nil, body: JSONValue
    ) -> [UInt8] {
        Operation.encode(
            id: id, actor: "Sri", recordedAt: "2026-03-02T08:00:00+08:00", kind: kind, record: record ?? RecordID(id),
            body: body)
    }

    /// A `test.put`; nil is the audience `all`.
    static func put(
        _ text: String, to audience: [String]?, record: RecordID? = nil, id: OperationID = Statement.id(),
        attachment: String? = nil, attachments: [String] = []
    ) -> [UInt8] {
        var members: [(String, JSONValue)] = [
            ("audience", audience.map { .array($0.map(JSONValue.string)) } ?? "all"), ("text", .string(text)),
        ]
        if let attachment {
            members.append(("scan", .object([("attachment", .string(attachment))])))
        }
        members += attachments.enumerated().map { ("scan\($0)", .object([("attachment", .string($1))])) }
        return make("test.put", id: id, record: record, body: .object(members))
    }

    /// A `test.claim`: the second of one tag is a fault of the reducer.
    static func claim(_ tag: String) -> [UInt8] {
        make("test.claim", body: .object([("tag", .string(tag))]))
    }

    static func id() -> OperationID {
        Made.id()
    }

    static func recordID() -> RecordID {
        Made.id()
    }
}
