import Foundation
import GRDB
import SyncProtocol

/// Restoring over files: a database built from backup and mirror beside the live one, and swapped in when it is whole.
///
/// The fresh file is `coordinator.sqlite.restoring`; it has the new epoch in it before it takes the live file's name in one
/// rename. The old file stays as `coordinator.sqlite.before-epoch-N`. A crash at any point leaves the old database or the
/// new one, whole; what is left of an attempt is removed by the next. The caller holds the directory's lock.
public struct RestoredDirectory: Sendable {
    private let directory: String
    private let keys: CoordinatorKeys

    private var live: String { directory + "/" + SQLiteStore.fileName }
    private var fresh: String { live + ".restoring" }

    /// Takes the lock of the directory for as long as `body` runs. Throws ``StoreFailure``: `locked`, `keys`, `permissions`.
    public static func with<Answer>(_ directory: String, _ body: (RestoredDirectory) throws -> Answer) throws -> Answer
    {
        try CoordinatorDirectory.checkPermissions(directory)
        let lock = try StoreLock(directory: directory)
        defer { withExtendedLifetime(lock) {} }
        return try body(RestoredDirectory(directory: directory, keys: try CoordinatorKeys.load(directory: directory)))
    }

    /// What a restore would give. Changes nothing that is there; everything is verified. Throws ``StoreFailure`` and
    /// ``JournalDamage``.
    public static func check(
        _ backup: String, mirror: (any Mirror)?, keys: CoordinatorKeys, scratch: String
    ) throws -> Restoration.Summary {
        defer { remove(scratch) }
        return try build(backup, mirror, keys, at: scratch) { _, summary in summary }
    }

    /// Builds the database, begins the epoch, and swaps. Throws ``StoreFailure`` and ``JournalDamage``; then the old database
    /// is as it was.
    public func restore(
        _ backup: String, mirror: (any Mirror)?, at moment: Moment = .now()
    ) throws -> (summary: Restoration.Summary, epoch: JournalEpoch) {
        defer { Self.remove(fresh) }
        let known = Self.latestEpoch(of: live)
        let result = try Self.build(backup, mirror, keys, at: fresh) { store, summary in
            let epoch = try Restoration.beginEpoch(
                in: store, keys: keys, after: max(summary.latestEpoch, known), at: moment)
            return (summary, epoch)
        }
        try swap(epoch: result.1.epoch)
        return result
    }

    /// A new epoch over the database that is there, which was put back by file copy.
    ///
    /// The cut is the position before the last start of a program, unless a lower one is given: what came after it was
    /// decided over the copy. Throws ``StoreFailure``.
    public func restoreInPlace(cut: Int?, at moment: Moment = .now()) throws -> JournalEpoch {
        let store = try SQLiteStore(locked: directory)
        try store.checkIntegrity()
        let common = try store.read { try Restoration.lastStart(in: $0) } - 1
        let epoch = try Restoration.beginEpoch(in: store, keys: keys, cut: cut ?? max(common, 0), at: moment)
        _ = try JournalVerifier.verify(store, coordinatorKey: keys.signing.publicKey)
        return epoch
    }

    private static func build<Answer>(
        _ backup: String, _ mirror: (any Mirror)?, _ keys: CoordinatorKeys, at path: String,
        _ body: (SQLiteStore, Restoration.Summary) throws -> Answer
    ) throws -> Answer {
        remove(path)
        // A backup whose checksum was left behind is judged by its contents alone.
        _ = try Checksum.check(backup)
        try DurableFile.copy(backup, to: path)
        return try Storing.mapped {
            let queue = try DatabaseQueue(path: path, configuration: SQLiteStore.configuration)
            defer { try? queue.close() }
            let store = try SQLiteStore(writer: queue)
            guard try store.read({ try $0.region() }) != nil else {
                throw StoreFailure(.notADatabase, "\(backup) is no backup of a coordinator")
            }
            try store.checkIntegrity()
            let summary = try Restoration.replay(mirror, into: store)
            let answer = try body(store, summary)
            _ = try JournalVerifier.verify(store, coordinatorKey: keys.signing.publicKey)
            // One file that needs no other beside it.
            try queue.writeWithoutTransaction { database in
                _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
            }
            try queue.close()
            try DurableFile.synchronize(path)
            return answer
        }
    }

    /// The latest epoch that the database which is there knows of; 1 when it cannot be read any more.
    private static func latestEpoch(of path: String) -> Int {
        guard FileManager.default.fileExists(atPath: path),
            let queue = try? DatabaseQueue(path: path, configuration: SQLiteStore.configuration)
        else { return 1 }
        defer { try? queue.close() }
        let known = try? queue.read { database in
            let snapshot = SQLiteTransaction(database: database)
            return max(try snapshot.head().epoch, try snapshot.standing().latestEpoch)
        }
        return known ?? 1
    }

    private func swap(epoch: Int) throws {
        let manager = FileManager.default
        if manager.fileExists(atPath: live) {
            // Folded into one file, if it can still be read: then the rename is all that changes.
            let queue = try? DatabaseQueue(path: live, configuration: SQLiteStore.configuration)
            try? queue?.writeWithoutTransaction { database in
                _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
            }
            try? queue?.close()
            let aside = live + ".before-epoch-\(epoch)"
            for suffix in ["", "-wal", "-shm"] where manager.fileExists(atPath: live + suffix) {
                unlink(aside + suffix)
                guard link(live + suffix, aside + suffix) == 0 else { throw DurableFile.failure("keep", live + suffix) }
            }
        }
        for suffix in ["-wal", "-shm", "-journal"] {
            unlink(live + suffix)
        }
        guard rename(fresh, live) == 0 else { throw DurableFile.failure("replace", live) }
        try DurableFile.synchronize(directory)
    }

    private static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] {
            unlink(path + suffix)
        }
    }
}
