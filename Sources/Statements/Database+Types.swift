import GRDB

extension Database {
    /// The first column, as `table.column`, that holds a value of another type than its declaration names; nil when there is
    /// none.
    ///
    /// SQLite takes any value in a column that is not of a STRICT table, and the type of a value is a few bits of its row: one
    /// that flips makes a text of the bytes of a blob, which reads the same to whoever does not ask. Reads every table once.
    /// Throws `DatabaseError`.
    public func firstMistypedColumn() throws -> String? {
        let tables = try String.fetchAll(
            self,
            sql:
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name"
        )
        for table in tables {
            let columns = try Row.fetchAll(
                self, sql: "SELECT name, lower(type), \"notnull\" OR pk FROM pragma_table_info(?)", arguments: [table])
            let cases = columns.compactMap { row -> String? in
                let (name, type, isNeeded) = (row[0] as String, row[1] as String, row[2] as Bool)
                guard ["integer", "text", "blob"].contains(type) else { return nil }
                let allowed = isNeeded ? "'\(type)'" : "'\(type)', 'null'"
                return "WHEN typeof(\(name.quotedDatabaseIdentifier)) NOT IN (\(allowed)) THEN '\(name)'"
            }
            guard !cases.isEmpty else { continue }
            let sql = """
                SELECT wrong FROM (SELECT CASE \(cases.joined(separator: " ")) END AS wrong FROM \(table.quotedDatabaseIdentifier))
                WHERE wrong IS NOT NULL LIMIT 1
                """
            if let wrong = try String.fetchOne(self, sql: sql) { return "\(table).\(wrong)" }
        }
        return nil
    }
}
