import Personnel
import StrictJSON

/// A statement of intent, in the bytes in which its author recorded it; they never change.
///
/// Shape: `{id, actor, recordedAt, kind, record, body}`. `recordedAt` is the author's device time and evidence only.
/// Unknown members are kept in ``bytes``.
public struct Operation: Sendable {
    /// The most bytes of one operation.
    public static let byteLimit = 64 * 1024
    /// The most objects and arrays in each other in a body, itself counted; a deeper one is decided as `bad-body`.
    public static let bodyDepthLimit = 24

    public let id: OperationID
    /// Who recorded it, as the agency states: 1 to 100 bytes.
    public let actor: String
    /// RFC 3339 text of the author's clock, at most 40 bytes.
    public let recordedAt: String
    /// `noun.verb`, at most 40 bytes; an unknown one is decided as `rejected`.
    public let kind: String
    /// The record it is about; its own id when it creates one.
    public let record: RecordID
    public let body: JSON
    public let bytes: [UInt8]
    /// The letter by which the personnel agency records it for another agency; nil for an agency's own.
    var letter: Letter?
    /// The region's day, when the dates that it states lie further back than the policy lets pass without a word.
    var entered: CivilDate?

    /// Reads an operation. Throws ``BodyError`` or `JSONError`.
    public init(parsing bytes: [UInt8]) throws {
        guard bytes.count <= Self.byteLimit else {
            throw BodyError(code: "operation-too-large", path: "", expected: "at most \(Self.byteLimit) bytes")
        }
        let json = try JSON(parsing: bytes)
        guard let id = OperationID(text: try json.requiredString("id", maxBytes: 36)) else {
            throw BodyError(path: "/id", expected: "a lowercase UUID")
        }
        guard let record = RecordID(text: try json.requiredString("record", maxBytes: 36)) else {
            throw BodyError(path: "/record", expected: "a lowercase UUID")
        }
        self.id = id
        self.actor = try json.requiredString("actor", maxBytes: 100)
        self.recordedAt = try json.requiredString("recordedAt", maxBytes: 40)
        self.kind = try json.requiredString("kind", maxBytes: 40)
        self.record = record
        self.body = try json.requiredObject("body")
        self.bytes = bytes
    }

    /// The bytes of a new operation.
    public static func encode(
        id: OperationID, actor: String, recordedAt: String, kind: String, record: RecordID, body: JSONValue
    ) -> [UInt8] {
        JSONValue.object([
            ("id", .string(id.text)),
            ("actor", .string(actor)),
            ("recordedAt", .string(recordedAt)),
            ("kind", .string(kind)),
            ("record", .string(record.text)),
            ("body", body),
        ]).encoded
    }
}
