import GRDB

/// The prepared statements of one transaction's busiest path, found by the address of their text.
///
/// GRDB keeps prepared statements too, but to look there costs as much as a short statement takes. Not to be kept beyond the
/// transaction: a change of the schema makes them invalid.
public final class HotStatements {
    public let database: Database
    private var prepared: [UnsafePointer<UInt8>: Statement] = [:]

    /// For a connection, as long as GRDB lends it.
    public init(_ database: Database) {
        self.database = database
    }

    /// Runs a statement that gives no rows. Throws `DatabaseError`.
    public func run(_ sql: StaticString, _ values: [HotStatement.Value] = []) throws {
        try statement(sql).run(values)
    }

    /// The first row, as `read` takes it from its columns; nil when there is none. Throws `DatabaseError`, and what `read` throws.
    public func first<Answer>(
        _ sql: StaticString, _ values: [HotStatement.Value], _ read: (HotRow) throws -> Answer
    ) throws -> Answer? {
        try statement(sql).first(values, read)
    }

    /// All rows, as `read` takes them. Throws `DatabaseError`, and what `read` throws.
    public func all<Answer>(
        _ sql: StaticString, _ values: [HotStatement.Value], _ read: (HotRow) throws -> Answer
    ) throws -> [Answer] {
        try statement(sql).all(values, read)
    }

    /// The one number that the query gives; 0 when it gives none. Throws `DatabaseError` and ``DamagedColumn``.
    public func count(_ sql: StaticString, _ values: [HotStatement.Value] = []) throws -> Int {
        Int(try first(sql, values) { try $0.integer(0) } ?? 0)
    }

    private func statement(_ sql: StaticString) throws -> HotStatement {
        if let known = prepared[sql.utf8Start] { return HotStatement(database, known) }
        let statement = try database.cachedStatement(sql: sql.description)
        prepared[sql.utf8Start] = statement
        return HotStatement(database, statement)
    }
}
