/// Reads the bytes of a document once, from front to back, into nodes.
///
/// The open objects and arrays are a stack of its own, not the call stack: depth costs memory that the limit bounds.
/// Names are compared when their object closes: pair by pair in a small object, by a set of names in a larger one, so
/// that no input takes more than linear time.
struct JSONScanner {
    /// An object or array whose end has not been reached.
    private struct Frame {
        let node: Int
        let isObject: Bool
        var count = 0
        /// The node of the name of the member being read.
        var name = 0
    }

    /// Comparing 16 names in pairs is cheaper than making a set of them.
    private static let maxPairwiseNames = 16

    private let bytes: [UInt8]
    private let limits: JSONLimits
    private var offset = 0
    private var nodes: [JSONNode] = []
    private var frames: [Frame] = []
    /// Whether the innermost frame's last member is complete, so that an error here is about the frame.
    private var isBetweenMembers = false

    init(bytes: [UInt8], limits: JSONLimits) {
        self.bytes = bytes
        self.limits = limits
        // Room for a message of the usual size; a larger document grows it.
        nodes.reserveCapacity(min(bytes.count / 8, 1024))
    }

    mutating func scan() throws -> [JSONNode] {
        let maxBytes = min(limits.maxBytes, JSONNode.maxDocumentBytes)
        guard bytes.count <= maxBytes else {
            throw error(.tooLarge, "expected at most \(maxBytes) bytes, found \(bytes.count)")
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            throw error(.syntax, "expected a value, found a byte order mark")
        }
        try scanValue()
        while let frame = frames.last {
            try scanMember(of: frame)
        }
        skipWhitespace()
        guard offset == bytes.count else {
            throw error(.trailing, "expected the end, found \(found)")
        }
        return nodes
    }

    /// Reads up to and with the next value of the innermost object or array, or its end.
    private mutating func scanMember(of frame: Frame) throws {
        isBetweenMembers = true
        skipWhitespace()
        let end = frame.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
        if current == end {
            offset += 1
            try close(frame)
            return
        }
        if frame.count > 0 {
            guard current == UInt8(ascii: ",") else {
                throw error(
                    .syntax, "expected ',' or the end of the \(frame.isObject ? "object" : "array"), found \(found)")
            }
            offset += 1
            skipWhitespace()
        }
        guard frame.count < limits.maxMembers else {
            throw error(.tooMany, "expected at most \(limits.maxMembers) members")
        }
        if frame.isObject {
            guard current == UInt8(ascii: "\"") else {
                throw error(.syntax, "expected a name, found \(found)")
            }
            let name = nodes.count
            try scanString()
            frames[frames.count - 1].name = name
            isBetweenMembers = false
            skipWhitespace()
            guard current == UInt8(ascii: ":") else {
                throw error(.syntax, "expected ':', found \(found)")
            }
            offset += 1
        }
        frames[frames.count - 1].count += 1
        isBetweenMembers = false
        try scanValue()
    }

    /// Reads a string, integer or literal to its end, or opens an object or array.
    private mutating func scanValue() throws {
        skipWhitespace()
        switch current {
        case UInt8(ascii: "{"): try open(.object)
        case UInt8(ascii: "["): try open(.array)
        case UInt8(ascii: "\""): try scanString()
        case UInt8(ascii: "t"): try scanLiteral("true", .boolean)
        case UInt8(ascii: "f"): try scanLiteral("false", .boolean)
        case UInt8(ascii: "n"): try scanLiteral("null", .null)
        case .some(UInt8(ascii: "0")...UInt8(ascii: "9")), UInt8(ascii: "-"): try scanInteger()
        default: throw error(.syntax, "expected a value, found \(found)")
        }
    }

    // MARK: Objects and arrays

    private mutating func open(_ kind: JSON.Kind) throws {
        guard frames.count < limits.maxDepth else {
            throw error(.tooDeep, "expected at most \(limits.maxDepth) nested objects and arrays")
        }
        frames.append(Frame(node: nodes.count, isObject: kind == .object))
        append(kind, from: offset, to: offset + 1)
        offset += 1
        isBetweenMembers = true
    }

    private mutating func close(_ frame: Frame) throws {
        if frame.isObject, frame.count > 1 {
            try refuseDuplicateNames(of: frame)
        }
        nodes[frame.node].close(end: offset, next: nodes.count)
        frames.removeLast()
    }

    private func refuseDuplicateNames(of frame: Frame) throws {
        let first = frame.node + 1
        var hasEscapes = false
        if frame.count <= Self.maxPairwiseNames {
            var name = first
            while name < nodes.count, !hasEscapes {
                hasEscapes = nodes[name].hasEscapes
                let content = nodes[name].content
                var earlier = first
                while earlier < name {
                    let other = nodes[earlier].content
                    if other.count == content.count, bytes[other].elementsEqual(bytes[content]) {
                        throw duplicateName(name)
                    }
                    earlier = nodes[earlier + 1].next
                }
                name = nodes[name + 1].next
            }
        }
        guard frame.count > Self.maxPairwiseNames || hasEscapes else {
            return
        }
        // The set's hashing is seeded for each process: chosen names cannot collide.
        var names: Set<[UInt8]> = []
        var name = first
        while name < nodes.count {
            guard names.insert(nodes[name].decoded(in: bytes)).inserted else {
                throw duplicateName(name)
            }
            name = nodes[name + 1].next
        }
    }

    private func duplicateName(_ name: Int) -> JSONError {
        var path = path
        path.append(name: nodes[name].string(in: bytes))
        let offset = nodes[name].range.lowerBound
        return JSONError(
            code: .duplicateName, offset: offset, path: path.text,
            message: "expected names that differ, found one a second time")
    }

    // MARK: Strings

    private mutating func scanString() throws {
        let start = offset
        var hasEscapes = false
        offset += 1
        while true {
            skipPlainText()
            guard offset < bytes.count else { break }
            let byte = bytes[offset]
            switch byte {
            case UInt8(ascii: "\""):
                offset += 1
                append(.string, from: start, to: offset, hasEscapes: hasEscapes)
                return
            case UInt8(ascii: "\\"):
                guard let escape = JSONEscape(in: bytes, at: offset) else {
                    throw error(
                        .syntax, "expected a valid escape, found an unknown one, half of one or a lone surrogate")
                }
                hasEscapes = true
                offset += escape.length
            case 0x80...:
                let length = sequenceLength(startingWith: byte)
                guard length > 0 else {
                    throw error(.invalidUTF8, "expected UTF-8, found \(found)")
                }
                offset += length
            default:
                throw error(.syntax, "expected an escape for a control character, found \(found)")
            }
        }
        throw error(.syntax, "expected the end of a string that began at byte \(start), found \(found)")
    }

    /// Passes over printable ASCII that is neither quote nor backslash: most of what strings hold.
    private mutating func skipPlainText() {
        offset = bytes.withUnsafeBufferPointer { bytes in
            var offset = offset
            while offset < bytes.count, (0x20..<0x80).contains(bytes[offset]), bytes[offset] != UInt8(ascii: "\""),
                bytes[offset] != UInt8(ascii: "\\")
            {
                offset += 1
            }
            return offset
        }
    }

    /// The length of the well-formed sequence of two to four bytes at `offset` (Unicode 16, table 3-7); 0 when it is
    /// not.
    private func sequenceLength(startingWith first: UInt8) -> Int {
        let length: Int
        let second: ClosedRange<UInt8>
        switch first {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard length <= bytes.count - offset, second.contains(bytes[offset + 1]) else {
            return 0
        }
        for position in 2..<max(length, 2) where bytes[offset + position] & 0xC0 != 0x80 {
            return 0
        }
        return length
    }

    // MARK: Integers and literals

    private mutating func scanInteger() throws {
        let start = offset
        let isNegative = current == UInt8(ascii: "-")
        if isNegative {
            offset += 1
        }
        let firstDigit = offset
        var magnitude = 0
        while offset < bytes.count, case UInt8(ascii: "0")...UInt8(ascii: "9") = bytes[offset] {
            // Beyond the range it only has to stay beyond it.
            if magnitude <= JSON.integerRange.upperBound {
                magnitude = magnitude * 10 + Int(bytes[offset] - UInt8(ascii: "0"))
            }
            offset += 1
        }
        let digits = offset - firstDigit
        guard digits > 0 else {
            throw error(.number, "expected a digit, found \(found)")
        }
        guard bytes[firstDigit] != UInt8(ascii: "0") || (digits == 1 && !isNegative) else {
            throw error(.number, "expected an integer without leading zero or minus zero", at: start)
        }
        guard magnitude <= JSON.integerRange.upperBound else {
            throw error(.number, "expected an integer within ±(2^53-1), found \(digits) digits beyond it", at: start)
        }
        switch current {
        case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
            throw error(.number, "expected an integer, found a fraction or exponent", at: start)
        default: append(.integer, from: start, to: offset)
        }
    }

    private mutating func scanLiteral(_ literal: StaticString, _ kind: JSON.Kind) throws {
        let end = offset + literal.utf8CodeUnitCount
        let isMatch = literal.withUTF8Buffer { buffer in
            end <= bytes.count && bytes[offset..<end].elementsEqual(buffer)
        }
        guard isMatch else {
            throw error(.syntax, "expected \(literal), found something else")
        }
        append(kind, from: offset, to: end)
        offset = end
    }

    // MARK: Bytes, nodes and errors

    private var current: UInt8? {
        offset < bytes.count ? bytes[offset] : nil
    }

    private mutating func skipWhitespace() {
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x20, 0x09, 0x0A, 0x0D: offset += 1
            default: return
            }
        }
    }

    private mutating func append(_ kind: JSON.Kind, from start: Int, to end: Int, hasEscapes: Bool = false) {
        nodes.append(JSONNode(kind: kind, range: start..<end, hasEscapes: hasEscapes, next: nodes.count + 1))
    }

    /// What stands at `offset`, for an error message.
    private var found: String {
        switch current {
        case nil: "the end"
        case .some(let byte) where 0x21...0x7E ~= byte: "'\(Unicode.Scalar(byte))'"
        case .some(let byte): "byte 0x" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
    }

    private var path: JSONPath {
        var path = JSONPath()
        for (level, frame) in frames.enumerated() where !isBetweenMembers || level < frames.count - 1 {
            if frame.isObject {
                path.append(name: nodes[frame.name].string(in: bytes))
            } else {
                path.append(index: frame.count - 1)
            }
        }
        return path
    }

    private func error(_ code: JSONError.Code, _ message: String, at offset: Int? = nil) -> JSONError {
        JSONError(code: code, offset: offset ?? self.offset, path: path.text, message: message)
    }
}
