/// An integer modulo 2^256, in four words, least significant first.
struct Integer256: Equatable, Sendable {
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    init() {}

    /// Takes exactly 32 bytes, big-endian.
    init?(bytes: [UInt8]) {
        guard bytes.count == 32 else {
            return nil
        }
        words.3 = Self.word(bytes[0..<8])
        words.2 = Self.word(bytes[8..<16])
        words.1 = Self.word(bytes[16..<24])
        words.0 = Self.word(bytes[24..<32])
    }

    /// 32 bytes, big-endian.
    var bytes: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(32)
        for word in [words.3, words.2, words.1, words.0] {
            for shift in stride(from: 56, through: 0, by: -8) {
                result.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
            }
        }
        return result
    }

    mutating func add(_ other: Integer256) {
        var carry: UInt64 = 0
        Self.add(&words.0, other.words.0, &carry)
        Self.add(&words.1, other.words.1, &carry)
        Self.add(&words.2, other.words.2, &carry)
        Self.add(&words.3, other.words.3, &carry)
    }

    mutating func subtract(_ other: Integer256) {
        // -x is ~x + 1, so a - b = a + ~b with a carry coming in.
        var carry: UInt64 = 1
        Self.add(&words.0, ~other.words.0, &carry)
        Self.add(&words.1, ~other.words.1, &carry)
        Self.add(&words.2, ~other.words.2, &carry)
        Self.add(&words.3, ~other.words.3, &carry)
    }

    static func == (left: Integer256, right: Integer256) -> Bool {
        left.words == right.words
    }

    private static func add(_ word: inout UInt64, _ other: UInt64, _ carry: inout UInt64) {
        let (partial, first) = word.addingReportingOverflow(other)
        let (total, second) = partial.addingReportingOverflow(carry)
        word = total
        carry = first || second ? 1 : 0
    }

    private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
