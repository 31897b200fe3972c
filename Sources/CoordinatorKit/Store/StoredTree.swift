import SyncProtocol

/// The journal's tree as it is stored: leaves beside their entries, and of the levels above only every fourth.
///
/// So 16 decisions cost one row, and any subtree is made anew from 8 hashes at most, which lie next to each other: a
/// proof reads about as many short runs as the journal's length has bits. Storing each level would cost a row for each
/// decision, storing none would read half the journal for a proof.
struct StoredTree: TreeSource {
    /// Levels from one stored level to the next.
    static let step = 4
    /// Below the level, the row's number has the subtree's index; a journal does not grow longer than this.
    private static let indexBits = 48

    let snapshot: any StoreSnapshot

    init(_ snapshot: any StoreSnapshot) {
        self.snapshot = snapshot
    }

    /// Leaves are stored, but elsewhere.
    static func isStored(_ level: Int) -> Bool {
        level > 0 && level % step == 0
    }

    /// The row of a subtree: levels one after the other, in each the subtrees in order.
    static func row(_ level: Int, _ index: Int) -> Int {
        level << indexBits | index
    }

    /// How many hashes are stored of a tree of this size.
    static func count(size: Int) -> Int {
        stride(from: step, to: indexBits, by: step).reduce(0) { $0 + size >> $1 }
    }

    func hash(level: Int, index: Int) throws -> [UInt8] {
        let depth = level % Self.step
        var hashes = try snapshot.treeHashes(level: level - depth, from: index << depth, count: 1 << depth)
        while hashes.count > 1 {
            hashes = stride(from: 0, to: hashes.count, by: 2).map { TreeHash.node(hashes[$0], hashes[$0 + 1]) }
        }
        return try Storing.sound(hashes.first, "a hash of the journal's tree")
    }

    /// Makes the tree of a journal that has none: reads its leaves in order. Nothing of it may be stored yet.
    static func plant(in transaction: some StoreTransaction) throws {
        let head = try transaction.head()
        var tree = TreeFrontier()
        while tree.size < head.position {
            let run = min(head.position - tree.size, 4096)
            for leaf in try transaction.treeHashes(level: 0, from: tree.size, count: run) {
                try tree.append(leaf) { level, index, hash in
                    guard isStored(level) else { return }
                    try transaction.append(treeHash: hash, level: level, index: index)
                }
            }
        }
        guard head.position > 0 else { return }
        try transaction.setTree(
            tree, JournalRoot(epoch: head.epoch, position: head.position, day: head.day, hash: tree.root))
    }
}
