import Logging
import Negotiation
import StrictJSON
import SyncProtocol

/// The time after a restore: nodes are told to hand in, and come back at different times.
extension Coordinator {
    /// Ends the recovery although not every node has reported: what was handed in is decided now.
    ///
    /// A node that comes later hands in then, and is decided after the others. Throws ``StoreFailure``, `standing` when there
    /// is no recovery, or ``CommitQueue/Refusal``.
    public func endRecovery() async throws {
        let author = ownAuthor()
        do {
            try await queue.commit(whileRecovering: true) { group in
                guard group.standing.mode == .recovering else {
                    throw StoreFailure(.standing, "no recovery is under way")
                }
                try group.endRecovery(by: author)
            }
        } catch let halt as Halt {
            throw StoreFailure(.standing, "the coordinator is halted: \(halt.reason)")
        }
    }

    /// What ``endRecovery()`` does, without threads or waiting. Blocks. Throws ``StoreFailure``.
    package func endRecoveryBlocking() throws {
        let author = ownAuthor()
        try committer.commit([
            { group in
                guard group.standing.mode == .recovering else { return }
                try group.endRecovery(by: author)
            }
        ])
    }

    /// How a recovery stands, or what the last one left. Throws ``StoreFailure``.
    public func recovery() async throws -> RecoverySummary {
        try await working { try self.store.read { try RecoverySummary($0, coordinator: self.region.node) } }
    }

    /// What the problem `recovering` tells the node of this request; nil before the first epoch. Throws ``StoreFailure``.
    func recoveryNotice(for request: SyncRequest, in snapshot: any StoreSnapshot) throws -> RecoveryNotice? {
        let epochs = try snapshot.epochs()
        guard let epoch = epochs.last, let node = try snapshot.node(request.node) else { return nil }
        // A life that began in what was lost, or that this request was to open: nothing of it is here.
        let isKnown = node.exchange.instance == request.opens ?? request.instance
        return RecoveryNotice(
            epoch: epoch.epoch, cut: epochs.cut(since: request.head?.epoch ?? 0) ?? 0,
            bundle: isKnown ? try Self.lastBundle(of: node, in: snapshot).number : 0,
            hasReported: try isKnown && hasReported(node.node, snapshot.recovery))
    }

    /// Whether the node has handed in everything in this epoch.
    func hasReported(_ node: NodeID, _ shelf: any RecoveryShelf) throws -> Bool {
        try shelf.reports().contains { $0.node == node && $0.isDone }
    }

    /// Receipts that this exchange brings beside that of its own bundle; none in the first version of the wire.
    func corrections(for node: EnrolledNode, _ request: SyncRequest, in group: CommitGroup) throws -> [Receipt] {
        guard request.wire >= 2 else {
            // A reply in the first wire carries none, and it may stand for a lost one that did.
            try group.transaction.recovery.withhold(node.exchange.instance, exchange: request.exchange)
            return []
        }
        return try group.corrections(
            for: node, but: request.bundle?.number, exchange: request.exchange, key: keys.signing)
    }

    /// Up to where a restore would not lose anything: what the mirror has, or the oldest backup that is counted on.
    func settled(in snapshot: any StoreSnapshot) throws -> Int {
        let head = try snapshot.head()
        let epochs = try snapshot.epochs()
        let backups = try snapshot.recovery.backups(before: head.epoch + 1, limit: RecoveryLimits.keptBackups)
        let oldest = backups.map { backup in
            backup.epoch == head.epoch ? backup.position : min(backup.position, epochs.cut(since: backup.epoch) ?? 0)
        }.min()
        return min(max(oldest ?? 0, committer.mirror?.position ?? 0), head.position)
    }

    /// The last bundle of the node's instance that is decided or handed in without a gap.
    static func lastBundle(
        of node: EnrolledNode, in snapshot: any StoreSnapshot
    ) throws -> (number: Int, hash: String) {
        var last = (number: node.exchange.bundleNumber, hash: node.exchange.bundleHash)
        while let handed = try snapshot.recovery.handed(node.exchange.instance, number: last.number + 1) {
            last = (handed.number, Hex.encode(Sodium.sha256(handed.bytes)))
        }
        return last
    }
}
