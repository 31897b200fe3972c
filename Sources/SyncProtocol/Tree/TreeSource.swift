/// Where the hashes of a tree come from: a database, a file, or memory.
///
/// Only *perfect* subtrees are asked for, whose hashes never change once all their entries are there.
public protocol TreeSource {
    /// The hash over the entries from `index << level` up to, not including, `(index + 1) << level`; entries count from 0. At
    /// level 0 it is the leaf itself. Not asked for entries that the tree does not have.
    func hash(level: Int, index: Int) throws -> [UInt8]
}

extension TreeSource {
    /// The hash over a range that is a subtree of RFC 9162: of any length when it ends the tree, else of a power of two.
    func hash(of range: Range<Int>) throws -> [UInt8] {
        guard !range.isEmpty else { return TreeHash.empty }
        let level = Int.bitWidth - 1 - range.count.leadingZeroBitCount
        if range.count == 1 << level {
            return try hash(level: level, index: range.lowerBound >> level)
        }
        let middle = range.lowerBound + 1 << level
        return TreeHash.node(try hash(of: range.lowerBound..<middle), try hash(of: middle..<range.upperBound))
    }

    /// The root over the first `size` entries.
    public func root(size: Int) throws -> [UInt8] {
        try hash(of: 0..<size)
    }
}
