import Negotiation
import StrictJSON

/// One line of a page: what the replica takes in, in order.
public enum ReplicaChange: Equatable, Sendable {
    /// Put the record in place of what the replica has under this id. `changed` is the journal position of this revision and
    /// `body` its exact bytes.
    case record(id: RecordID, kind: RecordKind, revision: Int, changed: Int, body: [UInt8])
    /// Delete the copy: the record left this agency's audience at this position.
    case retraction(id: RecordID, position: Int)

    /// `{"record","kind","revision","changed","body"}`, the body as a string that holds its exact bytes, or
    /// `{"retraction","position"}`.
    public var json: JSONValue {
        switch self {
        case .record(let id, let kind, let revision, let changed, let body):
            .object([
                ("record", .string(id.text)), ("kind", .string(kind.rawValue)), ("revision", .integer(revision)),
                ("changed", .integer(changed)), ("body", .string(String(decoding: body, as: UTF8.self))),
            ])
        case .retraction(let id, let position):
            .object([("retraction", .string(id.text)), ("position", .integer(position))])
        }
    }

    /// Reads one of the objects above, as a message has it. The body is not read. Throws `JSONError` or `BodyError`.
    public init(reading json: JSON) throws {
        let positions = 1...JSON.integerRange.upperBound
        guard json["retraction"] == nil else {
            guard json["record"] == nil else {
                throw BodyError(path: json.path, expected: "a record or a retraction")
            }
            self = .retraction(
                id: try json.requiredIdentifier("retraction"),
                position: try json.requiredInteger("position", in: positions))
            return
        }
        self = .record(
            id: try json.requiredIdentifier("record"),
            kind: RecordKind(rawValue: try json.requiredString("kind", maxBytes: Limits.nameBytes)),
            revision: try json.requiredInteger("revision", in: positions),
            changed: try json.requiredInteger("changed", in: positions),
            body: try json.requiredStringBytes("body", maxBytes: Limits.recordBytes))
    }
}
