import SyncProtocol

/// The tree of a journal whose entries are made up; another story from some position on can be told.
struct ScriptedTree: TreeSource, Sendable {
    /// Entries from this index on are those of the other story.
    var forkedAt = Int.max

    func hash(level: Int, index: Int) -> [UInt8] {
        guard level > 0 else {
            return TreeHash.leaf(Array("\(index < forkedAt ? "entry" : "other") \(index)".utf8))
        }
        return TreeHash.node(hash(level: level - 1, index: 2 * index), hash(level: level - 1, index: 2 * index + 1))
    }

    func rootBytes(_ size: Int) -> [UInt8] {
        (try? root(size: size)) ?? []
    }

    func root(_ size: Int) -> String {
        Hex.encode(rootBytes(size))
    }

    /// Empty for sizes that no honest coordinator would be asked about.
    func consistency(from old: Int, to size: Int) -> [[UInt8]] {
        old <= size ? (try? TreeProof.consistency(from: old, to: size, from: self)) ?? [] : []
    }
}
