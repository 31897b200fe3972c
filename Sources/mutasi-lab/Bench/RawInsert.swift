import Foundation
import GRDBSQLite

/// What SQLite can do at most on this disk: plain inserts of the same bytes in WAL mode with `synchronous=FULL`, one statement
/// prepared once, no index, no decoding.
struct RawInsert {
    /// Rows a second when this many go into one transaction. Throws ``BenchFailure``.
    static func rate(of rows: [[UInt8]], group: Int, in folder: String) throws -> Double {
        let database = try RawInsert(path: folder + "/raw-\(UUID().uuidString).sqlite")
        defer { database.close() }
        let seconds = try Stopwatch.seconds {
            var start = 0
            while start < rows.count {
                let end = min(start + group, rows.count)
                try database.insert(rows[start..<end])
                start = end
            }
        }
        return Double(rows.count) / seconds
    }

    private let handle: OpaquePointer
    private let begin: OpaquePointer
    private let insertion: OpaquePointer
    private let commit: OpaquePointer

    private init(path: String) throws {
        var opened: OpaquePointer?
        guard sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil) == SQLITE_OK,
            let handle = opened
        else { throw BenchFailure("SQLite cannot open \(path)") }
        self.handle = handle
        for sql in [
            "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
            "CREATE TABLE raw (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)",
        ] {
            guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
                throw BenchFailure("SQLite refused \(sql)")
            }
        }
        func prepared(_ sql: String) throws -> OpaquePointer {
            var statement: OpaquePointer?
            guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, let statement else {
                throw BenchFailure("SQLite refused \(sql)")
            }
            return statement
        }
        begin = try prepared("BEGIN IMMEDIATE")
        insertion = try prepared("INSERT INTO raw (bytes) VALUES (?)")
        commit = try prepared("COMMIT")
    }

    private func insert(_ rows: ArraySlice<[UInt8]>) throws {
        try step(begin)
        for row in rows {
            try row.withUnsafeBytes { bytes in
                // Static: the bytes outlive the step.
                guard sqlite3_bind_blob(insertion, 1, bytes.baseAddress, Int32(bytes.count), nil) == SQLITE_OK else {
                    throw BenchFailure("SQLite refused a value")
                }
                try step(insertion)
            }
        }
        try step(commit)
    }

    private func step(_ statement: OpaquePointer) throws {
        let result = sqlite3_step(statement)
        sqlite3_reset(statement)
        guard result == SQLITE_DONE else { throw BenchFailure("SQLite says \(result)") }
    }

    private func close() {
        for statement in [begin, insertion, commit] {
            sqlite3_finalize(statement)
        }
        sqlite3_close_v2(handle)
    }
}
