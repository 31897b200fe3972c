import GRDB
import GRDBSQLite

/// A prepared statement of a busy path, bound and stepped without a layer between.
///
/// A group of a hundred operations, or a page of a thousand records, steps some two thousand statements; taking each through
/// GRDB's arguments, rows and observers was measured at a third of the time to decide. The statement itself comes from GRDB's
/// cache, and errors are GRDB's.
public struct HotStatement {
    /// A value on its way into SQLite; its bytes are copied.
    public enum Value {
        case integer(Int)
        case row(Int64)
        case text(String)
        case bytes([UInt8])
        case null

        /// The integer, or NULL.
        public static func optional(_ integer: Int?) -> Value {
            integer.map(Value.integer) ?? .null
        }

        /// The text, or NULL.
        public static func optional(_ text: String?) -> Value {
            text.map(Value.text) ?? .null
        }

        /// The bytes, or NULL.
        public static func optional(_ bytes: [UInt8]?) -> Value {
            bytes.map(Value.bytes) ?? .null
        }
    }

    private let database: Database
    private let handle: OpaquePointer

    init(_ database: Database, _ statement: Statement) {
        self.database = database
        handle = statement.sqliteStatement
    }

    /// Runs a statement that gives no rows. Throws `DatabaseError`.
    func run(_ values: [Value]) throws {
        defer { sqlite3_reset(handle) }
        try bind(values)
        try check(sqlite3_step(handle), is: SQLITE_DONE)
    }

    /// The first row, as `read` takes it from its columns; nil when there is none. Throws `DatabaseError`, and what `read` throws.
    func first<Answer>(_ values: [Value], _ read: (HotRow) throws -> Answer) throws -> Answer? {
        defer { sqlite3_reset(handle) }
        try bind(values)
        let result = sqlite3_step(handle)
        if result == SQLITE_DONE { return nil }
        try check(result, is: SQLITE_ROW)
        return try read(HotRow(handle: handle))
    }

    /// All rows, as `read` takes them. Throws `DatabaseError`, and what `read` throws.
    func all<Answer>(_ values: [Value], _ read: (HotRow) throws -> Answer) throws -> [Answer] {
        defer { sqlite3_reset(handle) }
        try bind(values)
        var answers: [Answer] = []
        while true {
            let result = sqlite3_step(handle)
            if result == SQLITE_DONE { return answers }
            try check(result, is: SQLITE_ROW)
            answers.append(try read(HotRow(handle: handle)))
        }
    }

    private func bind(_ values: [Value]) throws {
        for (index, value) in values.enumerated() {
            let place = Int32(index + 1)
            let result =
                switch value {
                case .integer(let integer): sqlite3_bind_int64(handle, place, Int64(integer))
                case .row(let row): sqlite3_bind_int64(handle, place, row)
                case .text(let text): bind(text, at: place)
                case .bytes(let bytes): bind(bytes, at: place)
                case .null: sqlite3_bind_null(handle, place)
                }
            try check(result, is: SQLITE_OK)
        }
    }

    private func bind(_ text: String, at place: Int32) -> Int32 {
        var text = text
        return text.withUTF8 { text in
            text.withMemoryRebound(to: CChar.self) { text in
                // An empty string has no address; NULL would be another value.
                text.isEmpty
                    ? sqlite3_bind_text(handle, place, "", 0, Self.copied)
                    : sqlite3_bind_text(handle, place, text.baseAddress, Int32(text.count), Self.copied)
            }
        }
    }

    private func bind(_ bytes: [UInt8], at place: Int32) -> Int32 {
        bytes.isEmpty
            ? sqlite3_bind_zeroblob(handle, place, 0)
            : sqlite3_bind_blob(handle, place, bytes, Int32(bytes.count), Self.copied)
    }

    private func check(_ result: Int32, is expected: Int32) throws {
        guard result != expected else { return }
        let message = database.sqliteConnection.map { String(cString: sqlite3_errmsg($0)) }
        throw DatabaseError(resultCode: ResultCode(rawValue: result), message: message)
    }

    /// SQLITE_TRANSIENT: SQLite copies before the call returns.
    private static var copied: sqlite3_destructor_type {
        unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }
}
