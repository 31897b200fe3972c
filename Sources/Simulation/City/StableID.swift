/// Identifiers that follow from what they name, so that a post has the same id in every agency and every run.
enum StableID {
    /// A lowercase UUID of version 8 (RFC 9562, section 5.8) from two FNV-1a hashes of the name.
    static func uuid(_ name: String) -> String {
        var first: UInt64 = 0xCBF2_9CE4_8422_2325
        var second: UInt64 = 0x6C62_272E_07BB_0142
        for byte in name.utf8 {
            first = (first ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
            second = (second ^ UInt64(byte ^ 0x5A)) &* 0x0000_0100_0000_01B3
        }
        let high = SplitMix.scramble(first) & 0xFFFF_FFFF_FFFF_0FFF | 0x8000
        let low = SplitMix.scramble(second) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        let digits = hex(high) + hex(low)
        return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
            .map { String(decoding: digits[$0], as: UTF8.self) }
            .joined(separator: "-")
    }

    private static func hex(_ word: UInt64) -> [UInt8] {
        let alphabet = Array("0123456789abcdef".utf8)
        return stride(from: 60, through: 0, by: -4).map { alphabet[Int(word >> UInt64($0) & 15)] }
    }
}
