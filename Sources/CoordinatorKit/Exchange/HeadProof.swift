import SyncProtocol

/// What a reply of wire 2 says about the journal: the head with its root, and that it extends the head which the node knows.
struct HeadProof {
    var root: JournalRoot
    /// Empty unless the node's head is an older one of this epoch with a root.
    var consistency: [[UInt8]] = []
    /// Whether the head goes along as a checkpoint signed by itself: when asked for, to a node without a head, and with each new
    /// day or epoch.
    var wantsCheckpoint: Bool

    var head: Head { root.head }

    /// Reads in the snapshot that the page is read in.
    init(of head: JournalHead, for request: SyncRequest, from snapshot: any StoreSnapshot) throws {
        root = JournalRoot(
            epoch: head.epoch, position: head.position, day: head.day, hash: try snapshot.frontier().root)
        guard let known = request.head, known.epoch == head.epoch, known.position <= head.position else {
            wantsCheckpoint = true
            return
        }
        let day = known.position == head.position ? head.day : try snapshot.root(at: known.position)?.day
        wantsCheckpoint = request.asksCheckpoint || day != head.day
        if known.root != nil {
            consistency = try TreeProof.consistency(
                from: known.position, to: head.position, from: StoredTree(snapshot))
        }
    }
}
