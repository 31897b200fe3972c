/// The sixteen bytes of a UUID (RFC 9562), ordered as bytes.
///
/// On the wire and in commands it is the lowercase text form of 8-4-4-4-12 hexadecimal digits; any other form is refused.
public struct UUIDBytes: Hashable, Comparable, Sendable {
    private let high: UInt64
    private let low: UInt64

    /// Takes exactly 16 bytes; nil for any other count.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        var words: (high: UInt64, low: UInt64) = (0, 0)
        for byte in bytes {
            words.high = words.high << 8 | words.low >> 56
            words.low = words.low << 8 | UInt64(byte)
        }
        high = words.high
        low = words.low
    }

    /// Reads the lowercase text form; nil when it is anything else.
    public init?(text: String) {
        guard text.utf8.count == 36 else { return nil }
        var high: UInt64 = 0
        var low: UInt64 = 0
        for (index, character) in text.utf8.enumerated() {
            if index == 8 || index == 13 || index == 18 || index == 23 {
                guard character == UInt8(ascii: "-") else { return nil }
                continue
            }
            let digit: UInt8
            switch character {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = character - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = character - UInt8(ascii: "a") + 10
            default: return nil
            }
            // 16 of the 32 digits and two of the hyphens stand before the middle one.
            if index < 18 {
                high = high << 4 | UInt64(digit)
            } else {
                low = low << 4 | UInt64(digit)
            }
        }
        self.high = high
        self.low = low
    }

    public var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 16) { bytes, count in
            for index in 0..<16 {
                bytes[index] = byte(index)
            }
            count = 16
        }
    }

    public var text: String {
        String(unsafeUninitializedCapacity: 36) { characters in
            var next = 0
            for index in 0..<16 {
                if index == 4 || index == 6 || index == 8 || index == 10 {
                    characters[next] = UInt8(ascii: "-")
                    next += 1
                }
                let byte = byte(index)
                characters[next] = Self.digit(byte >> 4)
                characters[next + 1] = Self.digit(byte & 15)
                next += 2
            }
            return next
        }
    }

    private func byte(_ index: Int) -> UInt8 {
        let word = index < 8 ? high : low
        return UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * (index % 8)))
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + (value - 10)
    }

    public static func < (left: UUIDBytes, right: UUIDBytes) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}
