import StrictJSON

/// One record of the region's state: what the coordinator composed from the parts that agencies wrote.
///
/// `body` is I-JSON, stored, hashed and sent as exactly these bytes. At a node, which is told only what it may see,
/// every record of the replica has the audience ``Audience/all``.
public struct Record: Equatable, Sendable {
    public var id: RecordID
    public var kind: RecordKind
    /// 1 when it is made, one more with each change.
    public var revision: Int
    public var audience: Audience
    public var body: [UInt8]
    /// Journal position at which it was made.
    public var created: Int
    /// Journal position of its last change.
    public var changed: Int

    public init(
        id: RecordID, kind: RecordKind, revision: Int, audience: Audience, body: [UInt8], created: Int, changed: Int
    ) {
        self.id = id
        self.kind = kind
        self.revision = revision
        self.audience = audience
        self.body = body
        self.created = created
        self.changed = changed
    }
}

extension Record {
    var json: JSONValue {
        .object([
            ("id", .string(id.text)),
            ("kind", .string(kind.rawValue)),
            ("revision", .integer(revision)),
            ("audience", audience.json),
            ("created", .integer(created)),
            ("changed", .integer(changed)),
            ("body", .string(String(decoding: body, as: UTF8.self))),
        ])
    }

    init(reading json: JSON) throws {
        guard let id = RecordID(text: try json.requiredString("id", maxBytes: 36)) else {
            throw BodyError(path: json.path + "/id", expected: "a record id")
        }
        self.init(
            id: id,
            kind: RecordKind(rawValue: try json.requiredString("kind", maxBytes: 40)),
            revision: try json.requiredInteger("revision", in: 1...JSON.integerRange.upperBound),
            audience: try Audience(reading: try json.required("audience")),
            body: Array(try json.requiredString("body", maxBytes: 1 << 24).utf8),
            created: try json.requiredInteger("created", in: 0...JSON.integerRange.upperBound),
            changed: try json.requiredInteger("changed", in: 0...JSON.integerRange.upperBound))
    }
}
