/// Making proofs (RFC 9162 sections 2.1.3.1 and 2.1.4.1); ``TreeCheck`` checks them.
///
/// Both walk down the right edge of the tree and take a hash of each subtree that they leave aside: at most two for each
/// level, so a proof has about as many hashes as the size has bits.
public enum TreeProof {
    /// That the entry at `index` (from 0) is among the first `size` entries. 0 <= index < size.
    public static func inclusion(of index: Int, size: Int, from source: some TreeSource) throws -> [[UInt8]] {
        precondition(0 <= index && index < size, "an entry is proven in a tree that has it")
        return try path(to: index, in: 0..<size, source)
    }

    /// That the tree of `size` entries begins with the tree of `old` entries; empty when they are one, and when the old one has
    /// no entries. 0 <= old <= size.
    public static func consistency(from old: Int, to size: Int, from source: some TreeSource) throws -> [[UInt8]] {
        precondition(0 <= old && old <= size, "a tree is consistent with a smaller one")
        guard old > 0, old < size else { return [] }
        return try subproof(of: old, in: 0..<size, isWhole: true, source)
    }

    /// The largest power of two that is smaller than the count, which is 2 at least.
    private static func split(_ range: Range<Int>) -> Int {
        let level = Int.bitWidth - 1 - (range.count - 1).leadingZeroBitCount
        return range.lowerBound + 1 << level
    }

    private static func path(to index: Int, in range: Range<Int>, _ source: some TreeSource) throws -> [[UInt8]] {
        guard range.count > 1 else { return [] }
        let middle = split(range)
        return index < middle
            ? try path(to: index, in: range.lowerBound..<middle, source)
                + [source.hash(of: middle..<range.upperBound)]
            : try path(to: index, in: middle..<range.upperBound, source)
                + [source.hash(of: range.lowerBound..<middle)]
    }

    /// `isWhole` says that the old tree is a subtree of its own up to here, whose hash the reader knows.
    private static func subproof(
        of old: Int, in range: Range<Int>, isWhole: Bool, _ source: some TreeSource
    ) throws -> [[UInt8]] {
        guard old < range.upperBound else {
            return isWhole ? [] : [try source.hash(of: range)]
        }
        let middle = split(range)
        return old <= middle
            ? try subproof(of: old, in: range.lowerBound..<middle, isWhole: isWhole, source)
                + [source.hash(of: middle..<range.upperBound)]
            : try subproof(of: old, in: middle..<range.upperBound, isWhole: false, source)
                + [source.hash(of: range.lowerBound..<middle)]
    }
}
