import StrictJSON

/// What a decision changes. State is the fold of effects; they are kept in the journal and never computed again.
public enum Effect: Equatable, Sendable {
    /// Inserts the record or replaces the one with its id.
    case put(Record)
    /// Gives a unique tag to a record; no node is ever told a tag.
    case claim(tag: String, record: RecordID)
    /// Takes the tag back.
    case release(tag: String)

    /// The most bytes of a tag.
    public static let tagBytes = 200

    public var json: JSONValue {
        switch self {
        case .put(let record): .object([("put", record.json)])
        case .claim(let tag, let record):
            .object([("claim", .object([("tag", .string(tag)), ("record", .string(record.text))]))])
        case .release(let tag): .object([("release", .string(tag))])
        }
    }

    public init(reading json: JSON) throws {
        if let put = try json.optionalObject("put") {
            self = .put(try Record(reading: put))
        } else if let claim = try json.optionalObject("claim") {
            guard let record = RecordID(text: try claim.requiredString("record", maxBytes: 36)) else {
                throw BodyError(path: claim.path + "/record", expected: "a record id")
            }
            self = .claim(tag: try claim.requiredString("tag", maxBytes: Self.tagBytes), record: record)
        } else {
            self = .release(tag: try json.requiredString("release", maxBytes: Self.tagBytes))
        }
    }
}
