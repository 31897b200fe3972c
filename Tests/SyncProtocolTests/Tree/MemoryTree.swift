import SyncProtocol

/// A tree in memory, from its leaves, with the definitions of RFC 9162 section 2.1 written down as they stand there.
struct MemoryTree: TreeSource {
    var leaves: [[UInt8]]

    /// `count` entries that differ.
    init(count: Int) {
        leaves = (0..<count).map { TreeHash.leaf(Array("entry \($0)".utf8)) }
    }

    func hash(level: Int, index: Int) -> [UInt8] {
        Self.root(of: Array(leaves[index << level..<(index + 1) << level]))
    }

    /// MTH (section 2.1.1).
    static func root(of leaves: [[UInt8]]) -> [UInt8] {
        guard leaves.count > 1 else { return leaves.first ?? Sodium.sha256([]) }
        let k = split(leaves.count)
        return Sodium.sha256([1] + root(of: Array(leaves[..<k])) + root(of: Array(leaves[k...])))
    }

    /// PATH (section 2.1.3.1).
    static func path(_ index: Int, _ leaves: [[UInt8]]) -> [[UInt8]] {
        guard leaves.count > 1 else { return [] }
        let k = split(leaves.count)
        let (left, right) = (Array(leaves[..<k]), Array(leaves[k...]))
        return index < k
            ? path(index, left) + [root(of: right)] : path(index - k, right) + [root(of: left)]
    }

    /// SUBPROOF (section 2.1.4.1).
    static func subproof(_ old: Int, _ leaves: [[UInt8]], _ isWhole: Bool) -> [[UInt8]] {
        guard old < leaves.count else { return isWhole ? [] : [root(of: leaves)] }
        let k = split(leaves.count)
        let (left, right) = (Array(leaves[..<k]), Array(leaves[k...]))
        return old <= k
            ? subproof(old, left, isWhole) + [root(of: right)]
            : subproof(old - k, right, false) + [root(of: left)]
    }

    private static func split(_ count: Int) -> Int {
        var k = 1
        while k * 2 < count {
            k *= 2
        }
        return k
    }
}
