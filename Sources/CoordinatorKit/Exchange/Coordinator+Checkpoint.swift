import Logging
import SyncProtocol

/// Heads that the coordinator signs by themselves, and heads of others that are shown to it.
extension Coordinator {
    /// The journal's present head, signed. Throws ``StoreFailure``.
    public func checkpoint() async throws -> Checkpoint {
        try await working { self.checkpoint(of: try self.store.read { try JournalRoot(headOf: $0) }) }
    }

    func checkpoint(of root: JournalRoot) -> Checkpoint {
        root.checkpoint(of: region.code, key: keys.signing)
    }

    /// Refuses a request whose head, or whose checkpoint, is not one that this journal ever had.
    ///
    /// A head by itself is only the node's word: it is answered `foreign-head`, and the node shows the checkpoint that it has of
    /// it. A checkpoint under this coordinator's own signature that the journal does not hold proves that the database was
    /// put back or lives twice: then nothing may be decided over it until a person has restored it.
    func checkRoot(_ request: SyncRequest, against head: JournalHead, in snapshot: any StoreSnapshot) throws {
        guard request.wire >= 2 else { return }
        if let text = request.checkpoint, let shown = try? Checkpoint(parsing: text),
            shown.verifies(region: region.code, key: keys.signing.publicKey),
            try !isOwn(shown.head, against: head, in: snapshot)
        {
            throw ForeignHead(head: shown.head)
        }
        guard let known = request.head, try !isOwn(known, against: head, in: snapshot) else { return }
        log.error(
            "a node has seen a journal head that is not of this journal",
            metadata: ["node": "\(request.node)", "seen": "\(known.epoch)/\(known.position)"])
        throw Problem(.foreignHead, detail: "this journal has no such head")
    }

    /// Whether this journal ends, or once ended, with this head. A head without a root says nothing, and of an older epoch what
    /// came after the cut is unknown here.
    private func isOwn(_ known: Head, against head: JournalHead, in snapshot: any StoreSnapshot) throws -> Bool {
        guard known.epoch <= head.epoch else { return false }
        guard let root = known.root, known.position > 0 else { return true }
        if known.epoch < head.epoch, let cut = try snapshot.epochs().cut(since: known.epoch), known.position > cut {
            return true
        }
        guard known.position <= head.position else { return known.epoch < head.epoch }
        let own = try self.root(at: known.position, in: snapshot)
        guard own.epoch == known.epoch else { return known.epoch < head.epoch }
        return own.head.root == root
    }

    /// The root after a position; it is computed where no group of decisions ended.
    private func root(at position: Int, in snapshot: any StoreSnapshot) throws -> JournalRoot {
        if let root = try snapshot.root(at: position) { return root }
        guard let entry = try snapshot.entry(at: position), let read = try? JournalEntry(parsing: entry.bytes) else {
            throw StoreFailure(.damaged, "the entry at position \(position) cannot be read; run verify")
        }
        return JournalRoot(
            epoch: read.epoch, position: position, day: nil, hash: try StoredTree(snapshot).root(size: position))
    }
}

/// A checkpoint under the coordinator's own signature that its journal does not hold.
struct ForeignHead: DurableRefusal {
    var head: Head

    func record(in group: inout CommitGroup) throws {
        var standing = group.standing
        standing.latestEpoch = max(standing.latestEpoch, head.epoch)
        try group.set(standing)
        try group.halt("a signed checkpoint of position \(head.epoch)/\(head.position) is not of this journal")
    }
}

extension JournalRoot {
    /// The root, signed.
    func checkpoint(of region: String, key: SigningKey) -> Checkpoint {
        Checkpoint.make(region: region, epoch: epoch, position: position, root: hash, day: day, key: key)
    }

    /// The present head. Throws ``StoreFailure``.
    init(headOf snapshot: any StoreSnapshot) throws {
        let head = try snapshot.head()
        self.init(
            epoch: head.epoch, position: head.position, day: head.day, hash: try snapshot.frontier().root)
    }
}
