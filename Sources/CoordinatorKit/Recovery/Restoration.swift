import Logging
import Negotiation
import StrictJSON
import SyncProtocol

/// A coordinator's life after a restore, over any store: what a mirror has is taken in, and a new epoch begins.
///
/// Both steps are whole transactions, and an interrupted one is run again over the same backup. A program does them over a
/// fresh file and swaps that in when it is whole (``RestoredDirectory``).
public enum Restoration {
    /// What a restore gives.
    public struct Summary: Equatable, Sendable {
        /// The journal as the backup has it.
        public var backup: JournalHead
        /// And with what the mirror adds: the cut of the new epoch.
        public var restored: JournalHead
        /// The latest epoch that backup or mirror know of.
        public var latestEpoch: Int

        public init(backup: JournalHead, restored: JournalHead, latestEpoch: Int) {
            self.backup = backup
            self.restored = restored
            self.latestEpoch = latestEpoch
        }
    }

    /// Takes in what the mirror has beyond the store: the store is a backup of the same journal.
    ///
    /// The latest epoch of the mirror counts; what backup and mirror have in common is compared byte for byte. May repeat.
    /// Throws ``StoreFailure``: `mirror` when they are of different journals or the mirror is damaged.
    public static func replay(_ mirror: (any Mirror)?, into store: any CoordinatorStore) throws -> Summary {
        let (backup, standing) = try store.read { (try $0.head(), try $0.standing()) }
        var latest = max(backup.epoch, standing.latestEpoch)
        if let mirror, let epoch = try mirror.epochs().last {
            latest = max(latest, epoch)
            var replay = JournalReplay()
            try mirror.read(epoch) { try replay.take($0, into: store) }
            try replay.finish(store)
        }
        return Summary(backup: backup, restored: try store.read { try $0.head() }, latestEpoch: latest)
    }

    /// Begins a new epoch over the store as it is: journaled and signed by the coordinator, exchanges reopened, state
    /// *recovering*.
    ///
    /// `after` is the latest epoch that anything else knows of. `cut` is the last position that is certainly the same as in
    /// what was answered before, nil for all of them; a lower one only costs nodes a new copy of their replica. Throws
    /// ``StoreFailure``.
    public static func beginEpoch(
        in store: any CoordinatorStore, keys: CoordinatorKeys, after: Int = 1, cut: Int? = nil,
        boot: String = Base64URL.encode(Sodium.randomBytes(16)), reducer: DecidingReducer = .current,
        at moment: Moment = .now(), log: Logger = Logger(label: "restore")
    ) throws -> JournalEpoch {
        try store.write { transaction in
            guard let region = try transaction.region(), var own = try transaction.node(region.node) else {
                throw StoreFailure(.region, "no region is founded here")
            }
            guard own.key == keys.signing.publicKey, let instance = TimedID.make(milliseconds: moment.milliseconds)
            else {
                throw StoreFailure(.keys, "\(CoordinatorKeys.signingFile) is not the key of this region")
            }
            var group = try CommitGroup(transaction: transaction, reducer: reducer, log: log) {
                Hex.encode(Sodium.randomBytes(8))
            }
            let epoch = EpochNumber.next(
                after: max(group.head.epoch, group.standing.latestEpoch, after), milliseconds: moment.milliseconds)
            let last = min(cut ?? group.head.position, group.head.position)
            // What the coordinator itself said after the cut is lost: its new bundles must not repeat those numbers.
            own.exchange = .fresh(InstanceID(instance))
            try transaction.setNode(own)
            let author = OwnAuthor(
                region: region, key: keys.signing, milliseconds: moment.milliseconds, recordedAt: moment.text)
            let begun = try group.begin(epoch: epoch, cut: last, boot: boot, by: author)
            try reopen(transaction, but: region.node, cut: last)
            try group.finish()
            return begun
        }
    }

    private static func reopen(_ transaction: any StoreTransaction, but own: NodeID, cut: Int) throws {
        for var node in try transaction.nodes() where node.node != own {
            node.reached = min(node.reached, cut)
            try transaction.setNode(node)
            try transaction.recovery.reopen(node.node)
        }
        try transaction.recovery.forgetClaims()
        try transaction.recovery.forgetHanded(nil)
        try transaction.recovery.forgetReports()
    }
}
