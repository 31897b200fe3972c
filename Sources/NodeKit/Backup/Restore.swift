import Foundation
import GRDB
import Negotiation
import SyncProtocol

/// Putting a backup in the place of a node, and declaring it: the next exchange opens a new instance and says so.
///
/// The node of the backup is made ready in the folder `restoring` of the data directory; a last file in it says that it is
/// whole. From then on the restore counts, and whoever opens the directory finishes it: the old files go into a folder beside
/// them, then the new ones take their place. The old journal goes before the old database: it must never meet the new one.
public enum Restore {
    /// What a restore put in place.
    public struct Result: Sendable {
        public var contents: BackupContents
        /// Where the replaced files are; nil when there were none.
        public var replaced: String?
    }

    /// Restores. `evenIfNewer` says that what is there may be replaced although it has gone further than the backup.
    ///
    /// Throws ``NodeFailure``: `exists` when another node is there, `newerCopy`, `syncing`, and what ``Backup/check(_:)``
    /// throws; then the directory is as it was.
    public static func run(
        _ backup: String, into directory: DataDirectory, evenIfNewer: Bool = false, at stamp: Stamp = .now()
    ) throws -> Result {
        try directory.create()
        try directory.finishInterrupted()
        let lock = try SyncLock(directory)
        defer { withExtendedLifetime(lock) {} }
        try? FileManager.default.removeItem(atPath: directory.restoring.path)
        var isReady = false
        defer {
            if !isReady { try? FileManager.default.removeItem(atPath: directory.restoring.path) }
        }
        let contents: BackupContents
        do {
            let (store, madeAt) = try Backup.extract(backup, into: directory.restoring)
            contents = try Backup.contents(of: store, madeAt: madeAt)
            let last = try lastLife(in: directory, of: store, evenIfNewer: evenIfNewer)
            let instance = InstanceID(stamp.newOperationID().uuid)
            try store.write { try NodeLife.restore($0, opening: instance, after: last) }
            try Backup.noteCheck(of: backup, in: store, at: stamp)
        }
        let aside = "replaced-\(stamp.milliseconds)"
        try PrivateFile.write(Array(aside.utf8), to: directory.restoreReady)
        isReady = true
        let hadFiles = try finish(directory)
        return Result(contents: contents, replaced: hadFiles ? directory.path + "/" + aside : nil)
    }

    /// The last steps; may be repeated from any point. The caller holds the lock. Returns whether something was replaced.
    @discardableResult
    static func finish(_ directory: DataDirectory) throws -> Bool {
        let name = String(decoding: try PrivateFile.read(directory.restoreReady), as: UTF8.self)
        guard name.wholeMatch(of: /replaced-[0-9]{1,20}/) != nil else {
            throw NodeFailure.damaged("\(directory.restoreReady) is not what was written.")
        }
        let aside = DataDirectory(directory.path + "/" + name)
        try aside.create()
        let steps: [(new: String, place: String, old: [String])] = [
            (
                directory.restoring.database, directory.database,
                [directory.database + "-journal", directory.database, directory.join, directory.rejoin]
            ),
            (directory.restoring.keys, directory.keys, [directory.keys]),
        ]
        for step in steps where PrivateFile.exists(step.new) {
            for old in step.old where PrivateFile.exists(old) {
                let kept = aside.path + "/" + (old as NSString).lastPathComponent
                if !PrivateFile.exists(kept) {
                    try PrivateFile.move(old, to: kept)
                }
            }
            try PrivateFile.move(step.new, to: step.place)
        }
        let hadFiles = try !FileManager.default.contentsOfDirectory(atPath: aside.path).isEmpty
        if !hadFiles { rmdir(aside.path) }
        try PrivateFile.remove(directory.restoreReady)
        try? FileManager.default.removeItem(atPath: directory.restoring.path)
        return hadFiles
    }

    /// The life that the node leads in this directory, which the backup may not know of; nil when nothing there says so.
    ///
    /// What is there is replaced only when the backup has all that it has, when it cannot be opened, or when a person says so.
    private static func lastLife(
        in directory: DataDirectory, of backup: NodeStore, evenIfNewer: Bool
    ) throws -> InstanceID? {
        guard directory.holdsNode, PrivateFile.exists(directory.database) else { return nil }
        let there: NodeStore
        do {
            there = try NodeStore.open(directory)
        } catch let failure as NodeFailure where [.damaged, .notADatabase, .mixed, .io].contains(failure.code) {
            return nil
        }
        guard there.identity.node == backup.identity.node else {
            throw NodeFailure(
                .exists, "Another node has joined in \(directory.path).", advice: "Choose another data directory.")
        }
        guard try evenIfNewer || !hasMore(there, than: backup) else {
            throw NodeFailure(
                .newerCopy, "The node in \(directory.path) has gone further than the backup.",
                advice: "Keep it; or say --even-if-newer: its files are then kept in a folder beside.")
        }
        // Another key is another place in the region: only the backup's own life may speak with the backup's key.
        return try there.identity.signing.publicKey == backup.identity.signing.publicKey
            ? there.read { try SyncState($0).instance } : nil
    }

    private static func hasMore(_ there: NodeStore, than backup: NodeStore) throws -> Bool {
        let (new, old) = (try there.read(SyncState.init), try backup.read(SyncState.init))
        if new.key != old.key || new.instance != old.instance || new.exchange > old.exchange
            || new.pendingNonce != old.pendingNonce
        {
            return true
        }
        let known = Set(
            try backup.read {
                try Row.fetchAll($0, sql: "SELECT hash FROM operation").map { try SoundRow($0).blob("hash") }
            })
        let found = try there.read {
            try Row.fetchAll($0, sql: "SELECT hash FROM operation").map { try SoundRow($0).blob("hash") }
        }
        return found.contains { !known.contains($0) }
    }
}
