import GRDB

/// What of a database has a meaning that a check of it has to guard, and what has not and why; every value with its type, as SQLite
/// sees it.
struct StoredMeaning {
    /// A table, with the columns that are left out.
    private struct Table {
        var name: String
        var without: Set<String> = []
        /// In place of the table's own rows.
        var source: String?
    }

    private let tables: [Table]

    /// Left out: numbers of rows that nothing refers to, which only say in what order they came; free pages, what SQLite keeps in
    /// its header and in unused bytes of pages; and the shelf of a recovery that is under way, whose contents are signed or
    /// asked for again.
    static let coordinator = StoredMeaning(
        tables: [
            "region", "head", "agency", "journal", "decided", "record", "link", "claim", "audience", "digest", "tree",
        ]
        .map { Table(name: $0) }
            + [Table(name: "root"), Table(name: "epoch"), Table(name: "standing")]
            + ["bundle", "attachment", "node", "former", "backup", "gap", "changedOutcome"]
            .map { Table(name: $0, without: ["id"]) })

    /// Left out, beside the same: the place of a record in the order of coming, how fresh the view is and how large pages are;
    /// outcomes without a signed receipt; and what is kept as evidence. Staff tables are guarded, and have no rows in a simulation.
    static let node = StoredMeaning(
        tables: [
            Table(name: "state", without: ["pageSize", "completeAt", "movedAt", "stillSyncs"]),
            Table(name: "generation"), Table(name: "record", without: ["created", "changed"]), Table(name: "link"),
            Table(name: "recordAttachment", without: ["id"]), Table(name: "attachment", without: ["id"]),
            Table(name: "bundle", without: ["id"]), Table(name: "operationAttachment", without: ["id"]),
            Table(name: "checkpoint", without: ["id"]),
            Table(name: "operation", without: ["position", "outcome"]),
            Table(
                name: "operation", without: ["bytes", "hash", "bundle", "held"],
                source: """
                    SELECT * FROM operation WHERE (SELECT receipt FROM bundle WHERE number = operation.bundle) IS NOT NULL
                    """),
        ])

    /// All rows of each table, in an order of their own.
    struct Contents {
        var tables: [(name: String, rows: [String])]

        /// The first table that differs.
        func firstDifference(from other: Contents) -> String? {
            zip(tables, other.tables).first { $0.rows != $1.rows }?.0.name
        }
    }

    /// Reads it and closes the connection. Throws `DatabaseError`.
    func read(_ queue: DatabaseQueue) throws -> Contents {
        defer { try? queue.close() }
        return try queue.read { database in
            Contents(tables: try tables.map { ($0.name, try Self.rows(of: $0, in: database)) })
        }
    }

    private static func rows(of table: Table, in database: Database) throws -> [String] {
        let columns = try String.fetchAll(
            database, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table.name])
        let values = columns.filter { !table.without.contains($0) }.map { "typeof(\"\($0)\") || hex(\"\($0)\")" }
        let sql =
            "SELECT \(values.joined(separator: " || '|' || ")) FROM (\(table.source ?? "SELECT * FROM \"\(table.name)\""))"
        return try String.fetchAll(database, sql: sql).sorted()
    }
}
