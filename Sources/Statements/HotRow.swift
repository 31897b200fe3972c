import GRDBSQLite

/// The current row of a ``HotStatement``, while its reader runs.
public struct HotRow {
    let handle: OpaquePointer

    /// Throws ``DamagedColumn`` for another type.
    public func integer(_ column: Int32) throws -> Int64 {
        guard sqlite3_column_type(handle, column) == SQLITE_INTEGER else { throw Self.damaged(column) }
        return sqlite3_column_int64(handle, column)
    }

    /// Nil for NULL. Throws ``DamagedColumn`` for another type.
    public func optionalInteger(_ column: Int32) throws -> Int64? {
        isNull(column) ? nil : try integer(column)
    }

    /// Throws ``DamagedColumn`` for another type or invalid UTF-8.
    public func text(_ column: Int32) throws -> String {
        guard sqlite3_column_type(handle, column) == SQLITE_TEXT, let start = sqlite3_column_text(handle, column) else {
            throw Self.damaged(column)
        }
        let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Self.damaged(column) }
        return text
    }

    /// Throws ``DamagedColumn`` for another type.
    public func bytes(_ column: Int32) throws -> [UInt8] {
        guard sqlite3_column_type(handle, column) == SQLITE_BLOB else { throw Self.damaged(column) }
        let count = Int(sqlite3_column_bytes(handle, column))
        guard count > 0, let start = sqlite3_column_blob(handle, column) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }

    /// Whether the column is NULL.
    public func isNull(_ column: Int32) -> Bool {
        sqlite3_column_type(handle, column) == SQLITE_NULL
    }

    /// 0 or 1. Throws ``DamagedColumn`` for anything else.
    public func flag(_ column: Int32) throws -> Bool {
        switch try integer(column) {
        case 0: false
        case 1: true
        default: throw Self.damaged(column)
        }
    }

    /// How many columns the row has.
    public var columnCount: Int32 { sqlite3_column_count(handle) }

    /// The column as it is. Throws ``DamagedColumn`` for a type that nothing here writes, or invalid UTF-8.
    public func value(_ column: Int32) throws -> HotStatement.Value {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: .row(try integer(column))
        case SQLITE_TEXT: .text(try text(column))
        case SQLITE_BLOB: .bytes(try bytes(column))
        case SQLITE_NULL: .null
        default: throw Self.damaged(column)
        }
    }

    private static func damaged(_ column: Int32) -> DamagedColumn {
        DamagedColumn(column: Int(column))
    }
}

/// A column of a row has another type than was written.
public struct DamagedColumn: Error, Equatable {
    /// Its place in the row, from 0.
    public var column: Int
}
