import Foundation
import GRDB

/// Opening the file of a node's database so that what it acknowledges stays.
///
/// The agent and the operator's commands share the file, and SQLite before 3.51.3 can corrupt a WAL database that two
/// processes write; so it is in `journal_mode=TRUNCATE`, whose truncation is synced under FULL (with DELETE a power cut can
/// bring the journal back). Before the mode is switched it is in DELETE mode, hence EXTRA while it is created.
package enum NodeDatabase {
    /// How long a transaction waits for another process.
    static let busySeconds = 5.0

    /// Opens the database that is there. Throws ``NodeFailure``.
    static func open(_ path: String) throws -> DatabaseQueue {
        try PrivateFile.checkOwner(path)
        return try NodeFailure.mapping {
            let queue = try DatabaseQueue(path: path, configuration: configuration(synchronous: "FULL"))
            let (mode, level) = try queue.read { database in
                (
                    try String.fetchOne(database, sql: "PRAGMA journal_mode"),
                    try Int.fetchOne(database, sql: "PRAGMA synchronous")
                )
            }
            guard mode == "truncate", level == 2 else {
                throw NodeFailure(
                    .notDurable, "The database stays on journal_mode=\(mode ?? "?"), synchronous=\(level ?? -1).",
                    advice: "Put the data directory on a local disk.")
            }
            return queue
        }
    }

    /// Makes the file unless it is there, with the schema in it and durable on return.
    static func create(_ path: String) throws {
        try PrivateFile.touch(path)
        try NodeFailure.mapping {
            let queue = try DatabaseQueue(path: path, configuration: configuration(synchronous: "EXTRA"))
            try queue.write(NodeSchema.migrate)
            try queue.close()
        }
    }

    /// Brings an open database to this version's schema. Throws ``NodeFailure`` or GRDB's error.
    package static func migrate(_ database: Database) throws {
        try NodeSchema.migrate(database)
    }

    /// What every connection is opened with; a simulation opens its own disk with the same.
    package static func configuration(synchronous: String) -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(busySeconds)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA secure_delete = ON")
            try database.execute(sql: "PRAGMA synchronous = \(synchronous)")
            _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = TRUNCATE")
        }
        return configuration
    }
}
