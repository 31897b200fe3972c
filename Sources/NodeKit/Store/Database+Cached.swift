import GRDB

/// Statements of the everyday paths, each prepared once for a connection: an exchange runs some forty, and preparing them takes
/// longer than stepping them, because GRDB looks at every column that a statement names.
///
/// Not for a cursor in whose loop the same statement may run again.
extension Database {
    func execute(cached sql: String, arguments: StatementArguments = []) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }
}

extension Row {
    static func fetchOne(
        _ database: Database, cached sql: String, arguments: StatementArguments = []
    ) throws -> Row? {
        try fetchOne(database.cachedStatement(sql: sql), arguments: arguments)
    }

    static func fetchAll(
        _ database: Database, cached sql: String, arguments: StatementArguments = []
    ) throws -> [Row] {
        try fetchAll(database.cachedStatement(sql: sql), arguments: arguments)
    }
}

extension DatabaseValueConvertible where Self: StatementColumnConvertible {
    static func fetchOne(
        _ database: Database, cached sql: String, arguments: StatementArguments = []
    ) throws -> Self? {
        try fetchOne(database.cachedStatement(sql: sql), arguments: arguments)
    }

    static func fetchAll(
        _ database: Database, cached sql: String, arguments: StatementArguments = []
    ) throws -> [Self] {
        try fetchAll(database.cachedStatement(sql: sql), arguments: arguments)
    }
}
