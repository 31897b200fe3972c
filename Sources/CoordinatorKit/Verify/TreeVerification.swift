import SyncProtocol

/// The tree of hashes made anew from the entries, against the stored one: every stored subtree, the edge, and every root with
/// what stands beside it. Throws the first ``JournalDamage``.
struct TreeVerification {
    private var tree = TreeFrontier()
    /// Roots that were read ahead, the next one last.
    private var roots: [JournalRoot] = []
    private var last: JournalRoot?

    /// The root over the entries that were taken.
    var root: [UInt8] { tree.root }

    /// Takes the next entry's leaf, with the epoch and day after it; without a store there is nothing to compare yet.
    mutating func take(_ leaf: [UInt8], epoch: Int, day: String?, _ stored: (any StoreSnapshot)?) throws {
        guard let snapshot = stored else {
            tree.append(leaf)
            return
        }
        let position = tree.size + 1
        try tree.append(leaf) { level, index, hash in
            guard StoredTree.isStored(level) else { return }
            guard try snapshot.treeHashes(level: level, from: index, count: 1) == [hash] else {
                throw JournalDamage(.tree, at: position, "the subtree \(index) of level \(level) differs")
            }
        }
        if roots.isEmpty {
            roots = try snapshot.roots(after: position - 1, limit: 500).reversed()
        }
        guard let next = roots.last, next.position == position else { return }
        roots.removeLast()
        guard next == JournalRoot(epoch: epoch, position: position, day: day, hash: tree.root) else {
            throw JournalDamage(.tree, at: position, "the root after this position is another one")
        }
        last = next
    }

    /// Compares the edge, and looks for what belongs to no entry.
    func finish(_ snapshot: any StoreSnapshot) throws {
        let position = tree.size
        guard try snapshot.frontier() == tree else {
            throw JournalDamage(.tree, at: position, "the edge of the tree is another one")
        }
        guard position == 0 || last?.position == position else {
            throw JournalDamage(.tree, at: position, "the last root is missing")
        }
        guard try snapshot.treeHashCount() == StoredTree.count(size: position),
            try snapshot.roots(after: position, limit: 1).isEmpty
        else { throw JournalDamage(.tree, at: position, "there are hashes of no entries") }
    }
}
