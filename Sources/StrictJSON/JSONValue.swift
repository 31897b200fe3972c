/// A JSON value to write.
///
/// The writer trusts its caller: the names of one object differ, integers lie within `JSON.integerRange`, and verbatim
/// bytes are one valid value. What breaks this is written as it is, and the reader on the other side refuses it.
public enum JSONValue: Sendable {
    /// The members are written in the given order.
    case object([(String, JSONValue)])
    case array([JSONValue])
    case string(String)
    case integer(Int)
    case boolean(Bool)
    case null
    /// Bytes that are already one valid JSON value, embedded exactly.
    case verbatim([UInt8])

    /// The value's exact bytes as they were received.
    public init(_ json: JSON) {
        self = .verbatim(json.bytes)
    }

    /// The string, or `null` for nil.
    public static func optional(_ string: String?) -> JSONValue {
        string.map(JSONValue.string) ?? .null
    }

    /// The integer, or `null` for nil.
    public static func optional(_ integer: Int?) -> JSONValue {
        integer.map(JSONValue.integer) ?? .null
    }
}

/// Two values are equal when they are written as the same bytes: the order of members counts, canonical equivalence of
/// strings does not, and `verbatim` equals the value that it spells in compact form.
extension JSONValue: Equatable {
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        left.encoded == right.encoded
    }
}

extension JSONValue: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) {
        self = .string(value)
    }
}

extension JSONValue: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int) {
        self = .integer(value)
    }
}

extension JSONValue: ExpressibleByBooleanLiteral {
    public init(booleanLiteral value: Bool) {
        self = .boolean(value)
    }
}

extension JSONValue: ExpressibleByNilLiteral {
    public init(nilLiteral: ()) {
        self = .null
    }
}

extension JSONValue: ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: JSONValue...) {
        self = .array(elements)
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
    /// An object with the members in the order of the literal, whose names differ.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements)
    }
}
