/// One escape in a string: `\n`, `\u00e9`, or the two of a surrogate pair together.
struct JSONEscape {
    let scalar: Unicode.Scalar
    /// Bytes of the escape: 2, 6 or 12.
    let length: Int

    /// Reads the escape whose backslash is at `offset`; nil when it is unknown, cut short or a lone surrogate.
    init?(in bytes: [UInt8], at offset: Int) {
        guard offset + 1 < bytes.count else {
            return nil
        }
        if bytes[offset + 1] == UInt8(ascii: "u") {
            self.init(unicodeIn: bytes, at: offset)
        } else {
            self.init(letter: bytes[offset + 1])
        }
    }

    private init?(letter: UInt8) {
        switch letter {
        case UInt8(ascii: "\""): scalar = "\""
        case UInt8(ascii: "\\"): scalar = "\\"
        case UInt8(ascii: "/"): scalar = "/"
        case UInt8(ascii: "b"): scalar = "\u{08}"
        case UInt8(ascii: "f"): scalar = "\u{0C}"
        case UInt8(ascii: "n"): scalar = "\n"
        case UInt8(ascii: "r"): scalar = "\r"
        case UInt8(ascii: "t"): scalar = "\t"
        default: return nil
        }
        length = 2
    }

    private init?(unicodeIn bytes: [UInt8], at offset: Int) {
        guard let first = Self.codeUnit(in: bytes, at: offset) else {
            return nil
        }
        if let scalar = Unicode.Scalar(first) {
            self.scalar = scalar
            length = 6
            return
        }
        // Only a surrogate is no scalar: the high one comes first, and a low one must follow.
        guard first < 0xDC00, let second = Self.codeUnit(in: bytes, at: offset + 6), 0xDC00...0xDFFF ~= second else {
            return nil
        }
        scalar = UTF16.decode(UTF16.EncodedScalar([first, second]))
        length = 12
    }

    /// The four hexadecimal digits of the `\u` at `offset`.
    private static func codeUnit(in bytes: [UInt8], at offset: Int) -> UInt16? {
        guard offset + 6 <= bytes.count, bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u")
        else {
            return nil
        }
        var unit: UInt16 = 0
        for byte in bytes[offset + 2..<offset + 6] {
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
            default: return nil
            }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }
}
