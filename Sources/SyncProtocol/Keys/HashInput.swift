/// Parts of what is hashed: fixed lengths, or a length before the part, so that no two inputs run into the same bytes.
extension [UInt8] {
    /// Appends the part after its length in two bytes, big-endian; callers keep parts under 64 KiB.
    mutating func append(lengthPrefixed part: [UInt8]) {
        precondition(part.count <= Int(UInt16.max), "a hashed part fits its two bytes of length")
        append(UInt8(truncatingIfNeeded: part.count >> 8))
        append(UInt8(truncatingIfNeeded: part.count))
        append(contentsOf: part)
    }

    /// Appends eight bytes.
    mutating func append(bigEndian integer: Int) {
        for shift in stride(from: 56, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: integer >> shift))
        }
    }
}
