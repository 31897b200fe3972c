import Foundation
import GRDB
import Statements
import SyncProtocol

/// The embedded store: one SQLite database in WAL mode, owned by one process.
///
/// A committed transaction survives a power cut: the writer runs with `synchronous=FULL`, which is read back after opening,
/// and a new database is created under `EXTRA`, because before it is in WAL mode the removal of a journal is otherwise
/// not durable and can roll back the first commits.
public final class SQLiteStore: CoordinatorStore {
    /// The database's file name in a data directory.
    public static let fileName = "coordinator.sqlite"

    let writer: any DatabaseWriter
    private let lock: StoreLock?

    /// A store over an open database; brings its schema up to date. Throws ``StoreFailure``.
    public convenience init(writer: any DatabaseWriter) throws {
        try self.init(writer: writer, lock: nil)
    }

    /// Opens or creates the database of a data directory, which must exist, and holds the directory until the store goes.
    ///
    /// Throws ``StoreFailure``: `locked` when another process has it, `notDurable` when the writer is not on FULL.
    public convenience init(directory: String) throws {
        try self.init(directory: directory, lock: try StoreLock(directory: directory))
    }

    /// The same for a caller who holds the directory's lock.
    convenience init(locked directory: String) throws {
        try self.init(directory: directory, lock: nil)
    }

    private convenience init(directory: String, lock: StoreLock?) throws {
        let path = directory + "/" + Self.fileName
        let pool = try Storing.mapped {
            if !FileManager.default.fileExists(atPath: path) {
                try Self.create(path)
            }
            var configuration = Self.configuration
            configuration.maximumReaderCount = 8
            return try DatabasePool(path: path, configuration: configuration)
        }
        try Self.makeDurable(pool)
        try self.init(writer: pool, lock: lock)
    }

    private init(writer: any DatabaseWriter, lock: StoreLock?) throws {
        self.writer = writer
        self.lock = lock
        try Storing.mapped {
            try writer.write(SQLiteSchema.migrate)
        }
    }

    /// A store over a database whose schema was checked and which is not written.
    init(checked writer: any DatabaseWriter) {
        self.writer = writer
        lock = nil
    }

    /// What every connection is opened with; a simulation opens its own disk with the same.
    package static var configuration: Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA secure_delete = ON")
            // What a savepoint could undo is kept in memory, and a large group in the page cache until it commits.
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
            try database.execute(sql: "PRAGMA cache_size = -\(cacheKibibytes)")
        }
        return configuration
    }

    /// The page cache of each connection, of which there are nine at most.
    private static let cacheKibibytes = 16 * 1024

    /// A write-ahead log of 16 MiB: pages that many commits change are then copied into the database less often.
    private static let pagesToCheckpoint = 4096

    /// Makes the file in rollback mode under EXTRA and switches it to WAL.
    private static func create(_ path: String) throws {
        var configuration = Self.configuration
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = EXTRA")
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.write(SQLiteSchema.migrate)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL")
        }
        try queue.close()
    }

    /// GRDB sets NORMAL on the writer of a WAL database after its preparation, so FULL is set and read back here.
    private static func makeDurable(_ pool: DatabasePool) throws {
        let level = try Storing.mapped {
            try pool.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA synchronous = FULL")
                try database.execute(sql: "PRAGMA wal_autocheckpoint = \(pagesToCheckpoint)")
                return try Int.fetchOne(database, sql: "PRAGMA synchronous")
            }
        }
        guard level == 2 else {
            throw StoreFailure(.notDurable, "the database stays on synchronous=\(level ?? -1) instead of FULL")
        }
    }

    public func read<Answer>(_ body: (any StoreSnapshot) throws -> Answer) throws -> Answer {
        try Storing.mapped {
            try writer.snapshot { try body(SQLiteTransaction(database: $0)) }
        }
    }

    public func write<Answer>(_ body: (any StoreTransaction) throws -> Answer) throws -> Answer {
        try Storing.mapped {
            try writer.transaction { try body(SQLiteTransaction(database: $0)) }
        }
    }

    /// Rows that were written since the store was opened, for a benchmark.
    package func rowsWritten() -> Int {
        writer.writeWithoutTransaction(\.totalChangesCount)
    }

    /// Checks the file itself: every page, index, reference and declaration, and that attachments are what their names say.
    /// Throws ``StoreFailure`` `damaged` with the first finding.
    ///
    /// Reads the whole database; what the rows say is for ``JournalVerifier``.
    public func checkIntegrity() throws {
        try Storing.mapped {
            try writer.read { database in
                let verdict = try String.fetchOne(database, sql: "PRAGMA integrity_check(1)")
                guard verdict == "ok" else {
                    throw StoreFailure(.damaged, "the database is damaged: \(verdict ?? "no answer")")
                }
                try SQLiteSchema.checkDeclarations(database)
                if let column = try database.firstMistypedColumn() {
                    throw StoreFailure(.damaged, "the column \(column) holds a value of another type than was written")
                }
                try RowSum.check(SQLiteTransaction(database: database))
                if let row = try Row.fetchOne(database, sql: "PRAGMA foreign_key_check") {
                    throw StoreFailure(.damaged, "a row of the table \(try row.text("table")) refers to nothing")
                }
                let attachments = try Row.fetchCursor(
                    database,
                    sql: """
                        SELECT name, salt, bytes FROM attachment UNION ALL SELECT name, salt, bytes FROM handedAttachment
                        """)
                while let row = try attachments.next() {
                    let attachment = Attachment(salt: try row.blob("salt"), bytes: try row.blob("bytes"))
                    guard attachment.name.utf8.elementsEqual(try row.text("name").utf8) else {
                        throw StoreFailure(.damaged, "the bytes of an attachment do not fit its name")
                    }
                }
            }
        }
    }

    /// Copies the database into a new file and checks the copy. Throws ``StoreFailure``; then there is no copy.
    public func backup(to path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw StoreFailure(.io, "\(path) exists already")
        }
        // The copy holds people's data: it is made for its owner alone before the first byte is in it.
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StoreFailure(.io, "cannot create \(path): \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        do {
            try Storing.mapped {
                try writer.writeWithoutTransaction { database in
                    try database.execute(sql: "VACUUM INTO ?", arguments: [path])
                }
                var configuration = Configuration()
                configuration.readonly = true
                let copy = try DatabaseQueue(path: path, configuration: configuration)
                let verdict = try copy.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
                try copy.close()
                guard verdict == "ok" else {
                    throw StoreFailure(.damaged, "the copy is damaged: \(verdict ?? "no answer")")
                }
                guard fsync(descriptor) == 0 else {
                    throw StoreFailure(.io, "cannot write \(path): \(String(cString: strerror(errno)))")
                }
            }
        } catch {
            unlink(path)
            throw error
        }
    }
}
