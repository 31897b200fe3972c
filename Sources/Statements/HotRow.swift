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

    private static func damaged(_ column: Int32) -> DamagedColumn {
        DamagedColumn(column: Int(column))
    }
}

/// A column of a row has another type than was written.
public struct DamagedColumn: Error, Equatable {
    /// Its place in the row, from 0.
    public var column: Int
}
