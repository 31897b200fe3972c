/// Where one value, or one member's name, lies in a document's bytes.
struct JSONNode: Sendable {
    /// Offsets and indices take 32 bits, so that a node takes 16 bytes.
    static let maxDocumentBytes = Int(Int32.max)

    let kind: JSON.Kind
    /// Only of a string: its bytes are not yet its text.
    let hasEscapes: Bool
    private let start: UInt32
    private var end: UInt32
    private var following: UInt32

    /// The bytes of the value; a string's include its quotes.
    var range: Range<Int> {
        Int(start)..<Int(end)
    }

    /// The index of the first node after this value and its contents.
    var next: Int {
        Int(following)
    }

    /// The bytes of a string between its quotes.
    var content: Range<Int> {
        Int(start) + 1..<Int(end) - 1
    }

    init(kind: JSON.Kind, range: Range<Int>, hasEscapes: Bool = false, next: Int) {
        self.kind = kind
        self.hasEscapes = hasEscapes
        start = UInt32(range.lowerBound)
        end = UInt32(range.upperBound)
        following = UInt32(next)
    }

    mutating func close(end: Int, next: Int) {
        self.end = UInt32(end)
        following = UInt32(next)
    }

    func string(in bytes: [UInt8]) -> String {
        hasEscapes
            ? String(decoding: decoded(in: bytes), as: UTF8.self)
            : String(decoding: bytes[content], as: UTF8.self)
    }

    /// The UTF-8 bytes that a string stands for; `bytes` have passed the scanner.
    func decoded(in bytes: [UInt8]) -> [UInt8] {
        guard hasEscapes else {
            return Array(bytes[content])
        }
        // No escape is shorter than what it stands for.
        return [UInt8](unsafeUninitializedCapacity: content.count) { result, count in
            var offset = content.lowerBound
            while offset < content.upperBound {
                let byte = bytes[offset]
                guard byte == UInt8(ascii: "\\") else {
                    result[count] = byte
                    count += 1
                    offset += 1
                    continue
                }
                // The scanner has accepted the string, so every escape in it is whole.
                guard let escape = JSONEscape(in: bytes, at: offset) else {
                    preconditionFailure("a scanned string has an invalid escape")
                }
                for byte in escape.scalar.utf8 {
                    result[count] = byte
                    count += 1
                }
                offset += escape.length
            }
        }
    }
}
