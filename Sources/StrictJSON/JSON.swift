/// One value inside a document of I-JSON (RFC 7493) that has been read completely and found valid.
///
/// Valid means: UTF-8 without a byte order mark; no duplicate names, compared as decoded bytes; integers within
/// ±(2^53-1) without fraction, exponent, leading zero or minus zero; no lone surrogate escapes; no more than
/// `JSONLimits` allows. Unicode noncharacters are accepted, though RFC 7493 forbids them: which code points are
/// assigned is not ours to check.
///
/// A value holds the whole document, shared, and is cheap to copy. It gives back its bytes exactly as they came, for
/// hashes and signatures; the typed views decode from them on each call.
public struct JSON: Sendable {
    public enum Kind: Sendable {
        case object, array, string, integer, boolean, null
    }

    /// -(2^53-1)...(2^53-1), what every reader of JSON can hold exactly.
    public static let integerRange: ClosedRange<Int> = -9_007_199_254_740_991...9_007_199_254_740_991

    let document: JSONDocument
    let index: Int

    private var node: JSONNode {
        document.nodes[index]
    }

    init(document: JSONDocument, index: Int) {
        self.document = document
        self.index = index
    }

    /// Reads a document: one value, with whitespace around it if any.
    ///
    /// Takes time in proportion to the number of bytes. Throws `JSONError`.
    public init(parsing bytes: [UInt8], limits: JSONLimits = .standard) throws {
        var scanner = JSONScanner(bytes: bytes, limits: limits)
        self.init(document: JSONDocument(bytes: bytes, nodes: try scanner.scan()), index: 0)
    }

    /// Reads a document as `init(parsing:limits:)` for bytes does.
    public init(parsing text: String, limits: JSONLimits = .standard) throws {
        try self.init(parsing: Array(text.utf8), limits: limits)
    }

    public var kind: Kind {
        node.kind
    }

    /// The value's offset in the document, in bytes.
    public var offset: Int {
        node.range.lowerBound
    }

    /// The exact bytes of this value as received, without surrounding whitespace.
    public var bytes: [UInt8] {
        Array(document.bytes[node.range])
    }

    /// The exact bytes of this value as text.
    public var text: String {
        String(decoding: document.bytes[node.range], as: UTF8.self)
    }

    /// Where the value is in its document, for error messages: `/lines/3/offer`; empty for the document itself.
    ///
    /// Names are made safe to print, so this is not a JSON Pointer to look up. Found by a walk from the start.
    public var path: String {
        document.path(to: index).text
    }

    /// The decoded string; nil when the value is not a string.
    public var string: String? {
        kind == .string ? document.string(at: index) : nil
    }

    /// The decoded string's UTF-8 bytes; nil when the value is not a string.
    public var stringBytes: [UInt8]? {
        kind == .string ? node.decoded(in: document.bytes) : nil
    }

    /// The integer, within `integerRange`; nil when the value is not a number.
    public var integer: Int? {
        kind == .integer ? Int(text) : nil
    }

    /// The boolean; nil when the value is neither `true` nor `false`.
    public var boolean: Bool? {
        kind == .boolean ? document.bytes[offset] == UInt8(ascii: "t") : nil
    }

    /// How many objects and arrays are in each other, this value counted: 0 for any other kind.
    ///
    /// Takes time in proportion to the values inside.
    public var depth: Int {
        var open: [Int] = []
        var deepest = 0
        for position in index..<node.next {
            while let end = open.last, end <= position {
                open.removeLast()
            }
            let inner = document.nodes[position]
            if inner.kind == .object || inner.kind == .array {
                open.append(inner.next)
                deepest = max(deepest, open.count)
            }
        }
        return deepest
    }

    public var isNull: Bool {
        kind == .null
    }

    /// The elements of an array; nil when the value is not an array.
    public var elements: [JSON]? {
        guard kind == .array else {
            return nil
        }
        var result: [JSON] = []
        var element = index + 1
        while element < node.next {
            result.append(JSON(document: document, index: element))
            element = document.nodes[element].next
        }
        return result
    }

    /// The members of an object in document order; nil when the value is not an object.
    public var members: [(name: String, value: JSON)]? {
        guard kind == .object else {
            return nil
        }
        var result: [(name: String, value: JSON)] = []
        var name = index + 1
        while name < node.next {
            result.append((document.string(at: name), JSON(document: document, index: name + 1)))
            name = document.nodes[name + 1].next
        }
        return result
    }

    /// The member with exactly this name, compared as UTF-8 bytes; nil when it is absent or the value is not an object.
    ///
    /// Looks at the members one by one: for an object used as a large map, go through `members` once instead.
    public subscript(name: String) -> JSON? {
        guard kind == .object else {
            return nil
        }
        var candidate = index + 1
        while candidate < node.next {
            if document.isName(at: candidate, equalTo: name) {
                return JSON(document: document, index: candidate + 1)
            }
            candidate = document.nodes[candidate + 1].next
        }
        return nil
    }
}
