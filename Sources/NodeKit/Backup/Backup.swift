import Foundation
import GRDB
import Negotiation
import StrictJSON
import SyncProtocol

/// A node in one file: its database as `VACUUM INTO` copies it while others work, with `keys.json` in a table of its own.
///
/// The file has the node's secrets and is for its owner alone. It is not in WAL mode and has no journal beside it, so it can
/// be read where nothing may be written. A backup counts once it was opened and everything in it checked.
public enum Backup {
    /// Writes a backup to a file that is not there yet, and checks it; durable on return. Throws ``NodeFailure``; then there
    /// is no file.
    @discardableResult
    public static func make(
        of store: NodeStore, to path: String, at stamp: Stamp = .now()
    ) throws -> BackupContents {
        guard !PrivateFile.exists(path) else {
            throw NodeFailure(.exists, "\(path) is there already.", advice: "Choose another name.")
        }
        let draft = path + ".part"
        try PrivateFile.discard(draft)
        // The copy holds people's data: it is made for its owner alone before the first byte is in it.
        try PrivateFile.touch(draft)
        defer { try? PrivateFile.discard(draft) }
        try NodeFailure.mapping {
            try store.writer.writeWithoutTransaction { database in
                try database.execute(sql: "VACUUM INTO ?", arguments: [draft])
            }
        }
        try addKeys(store.identity, to: draft, at: stamp)
        let contents = try check(draft)
        try PrivateFile.sync(draft)
        try PrivateFile.move(draft, to: path)
        try store.write { try Upkeep.note(.backup, file: path, at: stamp, $0) }
        return contents
    }

    /// Opens a copy of the backup and checks all of it: pages and references, the digest of its records computed anew, the
    /// bytes of every operation that waits, and that keys and database belong together. The file itself is only read.
    ///
    /// Throws ``NodeFailure``: `notADatabase`, `damaged`, `mixed`, `newer`, `io`.
    public static func check(_ path: String) throws -> BackupContents {
        let folder = DataDirectory(try PrivateFile.temporaryDirectory())
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        let (store, madeAt) = try extract(path, into: folder)
        return try contents(of: store, madeAt: madeAt)
    }

    /// Notes in a node's own database that a backup of it was found whole. Throws ``NodeFailure``.
    public static func noteCheck(of path: String, in store: NodeStore, at stamp: Stamp = .now()) throws {
        try store.write { try Upkeep.note(.check, file: path, at: stamp, $0) }
    }

    /// The node of a backup in a folder of its own, as a data directory. Throws ``NodeFailure``.
    static func extract(_ path: String, into folder: DataDirectory) throws -> (store: NodeStore, madeAt: String) {
        try folder.create()
        try PrivateFile.copy(path, to: folder.database)
        let (keys, madeAt) = try NodeFailure.mapping {
            let queue = try DatabaseQueue(path: folder.database)
            let taken = try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA secure_delete = ON")
                _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
                return try takeKeys(database)
            }
            try queue.close()
            return taken
        }
        try PrivateFile.write(keys, to: folder.keys)
        return (try NodeStore.open(folder), madeAt)
    }

    /// Everything in it. Throws ``NodeFailure`` `damaged` with the first finding.
    static func contents(of store: NodeStore, madeAt: String) throws -> BackupContents {
        if let finding = try store.inspect().first {
            throw NodeFailure(
                .damaged, "The backup is not what was written: \(finding.code).",
                advice: "Take another backup; keep this one for whoever looks into it.")
        }
        let status = try store.status()
        let (state, people) = try store.read { database in
            (
                try SyncState(database),
                try Int.fetchOne(database, sql: "SELECT count(*) FROM staffPerson") ?? 0
            )
        }
        return BackupContents(
            region: store.identity.region, agency: store.identity.agency, node: store.identity.node,
            isRegistry: store.identity.isRegistry, madeAt: madeAt, exchange: state.exchange, lastSync: state.lastSync,
            day: state.day, records: status.view.count, digest: status.view.hex, people: people,
            drafts: status.drafts, inFlight: status.inFlight)
    }

    private static func addKeys(_ identity: NodeIdentity, to path: String, at stamp: Stamp) throws {
        try NodeFailure.mapping {
            let queue = try DatabaseQueue(path: path)
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA synchronous = EXTRA")
                guard try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE") == "delete" else {
                    throw NodeFailure(
                        .notDurable, "The copy stays in another journal mode.", advice: "Try another disk.")
                }
                try database.inTransaction {
                    try database.execute(
                        sql:
                            "CREATE TABLE backup (id INTEGER PRIMARY KEY CHECK (id = 1), keys BLOB NOT NULL, at TEXT NOT NULL)"
                    )
                    try database.execute(
                        sql: "INSERT INTO backup (id, keys, at) VALUES (1, ?, ?)",
                        arguments: [identity.json.encoded.blob, stamp.text])
                    return .commit
                }
            }
            try queue.close()
        }
    }

    private static func takeKeys(_ database: Database) throws -> (keys: [UInt8], madeAt: String) {
        guard try Int.fetchOne(database, sql: "PRAGMA application_id") == NodeSchema.applicationID,
            try database.tableExists("backup"),
            let row = try Row.fetchOne(database, sql: "SELECT keys, at FROM backup WHERE id = 1").map(SoundRow.init)
        else {
            throw NodeFailure(
                .notADatabase, "The file is no backup of a node.", advice: "Give a file that backup has made.")
        }
        let taken = (try row.blob("keys"), try row.text("at"))
        try database.execute(sql: "DROP TABLE backup")
        return taken
    }
}
