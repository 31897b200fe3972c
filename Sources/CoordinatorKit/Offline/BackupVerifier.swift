import Negotiation
import SyncProtocol

/// Checks a backup offline: its bytes against its checksum, the database itself, and the journal with its state.
public enum BackupVerifier {
    /// What was checked.
    public struct Summary: Sendable {
        public var journal: JournalVerifier.Summary
        /// Whether there was a checksum beside the file: without it, bits in places that hold no data are not looked at.
        public var hasChecksum: Bool
        /// The key under which the journal verified.
        public var key: VerifyingKey
    }

    /// Writes nothing, to the file or beside it. `key` is the coordinator's; nil takes the one that the backup itself names.
    ///
    /// Throws the first ``JournalDamage``, or ``StoreFailure``.
    public static func verify(_ path: String, coordinatorKey key: VerifyingKey?) throws -> Summary {
        let hasChecksum = try Checksum.check(path)
        let store = try SQLiteStore.reading(backup: path)
        try store.checkIntegrity()
        let key = try key ?? statedKey(store, path)
        return Summary(
            journal: try JournalVerifier.verify(store, coordinatorKey: key), hasChecksum: hasChecksum, key: key)
    }

    /// The coordinator's key as the backup itself names it; nothing is proven by it. Throws ``StoreFailure``.
    public static func statedKey(_ path: String) throws -> VerifyingKey {
        try statedKey(try SQLiteStore.reading(backup: path), path)
    }

    private static func statedKey(_ store: SQLiteStore, _ path: String) throws -> VerifyingKey {
        let key = try store.read { snapshot in
            try snapshot.region().flatMap { try snapshot.node($0.node) }?.key
        }
        guard let key else { throw StoreFailure(.region, "no region is founded in \(path)") }
        return key
    }
}
