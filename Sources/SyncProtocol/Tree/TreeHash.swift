/// The two hashes of the journal's Merkle tree (RFC 9162 section 2.1.1, SHA-256): the byte in front keeps a leaf from passing
/// for an inner node.
public enum TreeHash {
    /// Bytes of every hash.
    public static let byteCount = 32
    /// The root of the tree without entries.
    public static let empty = Sodium.sha256([])

    /// SHA-256(0x00 ‖ entry).
    public static func leaf(_ entry: [UInt8]) -> [UInt8] {
        Sodium.sha256([0] + entry)
    }

    /// SHA-256(0x01 ‖ left ‖ right).
    public static func node(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        var input: [UInt8] = [1]
        input.reserveCapacity(1 + 2 * byteCount)
        input.append(contentsOf: left)
        input.append(contentsOf: right)
        return Sodium.sha256(input)
    }
}
