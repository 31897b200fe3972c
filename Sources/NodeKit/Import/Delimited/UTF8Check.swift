/// Finds the first byte that cannot belong to UTF-8 text (Unicode 15, table 3-7).
enum UTF8Check {
    /// The offset of the first byte of the first ill-formed sequence, or nil when all bytes are well formed.
    static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            if lead < 0x80 {
                index += 1
                continue
            }
            guard let (length, second) = sequence(lead), index + length <= bytes.count,
                second.contains(bytes[index + 1]),
                bytes[(index + 1)..<(index + length)].allSatisfy({ 0x80...0xBF ~= $0 })
            else { return index }
            index += length
        }
        return nil
    }

    /// The length of the sequence that a lead byte opens and what its second byte may be.
    private static func sequence(_ lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
        switch lead {
        case 0xC2...0xDF: (2, 0x80...0xBF)
        case 0xE0: (3, 0xA0...0xBF)
        case 0xED: (3, 0x80...0x9F)
        case 0xE1...0xEF: (3, 0x80...0xBF)
        case 0xF0: (4, 0x90...0xBF)
        case 0xF1...0xF3: (4, 0x80...0xBF)
        case 0xF4: (4, 0x80...0x8F)
        default: nil
        }
    }
}
