/// Damage to bytes on the way.
enum Damage {
    /// Cuts, flips, replaces or empties; never gives the same bytes back.
    static func apply(to bytes: [UInt8], _ dice: inout SeededGenerator) -> [UInt8] {
        guard !bytes.isEmpty else { return [0x20] }
        var damaged = bytes
        switch dice.below(6) {
        case 0: damaged.removeLast(dice.within(1...bytes.count))
        case 1, 2: damaged[dice.below(bytes.count)] ^= UInt8(1 << dice.below(8))
        case 3:
            let at = dice.below(bytes.count)
            damaged.replaceSubrange(at..<at, with: Array(#""exchange":1,"#.utf8))
        case 4: damaged = Array("<html><body>Login</body></html>".utf8)
        default: damaged.append(contentsOf: bytes)
        }
        return damaged == bytes ? bytes + [0] : damaged
    }
}
