import Foundation
import GRDB
import Negotiation
import Statements

/// A transaction of ``SQLiteStore``, or one of its snapshots, for as long as GRDB lends the connection.
struct SQLiteTransaction {
    let database: Database
    let memo = TransactionMemo()
    private let statements: HotStatements

    init(database: Database) {
        self.database = database
        statements = HotStatements(database)
    }

    var shelf: RecordShelf? { memo.shelf }

    func one(_ sql: String, _ arguments: StatementArguments = []) throws -> Row? {
        try Storing.mapped {
            try Row.fetchOne(try database.cachedStatement(sql: sql), arguments: arguments)
        }
    }

    func all<Value>(
        _ sql: String, _ arguments: StatementArguments = [], _ value: (Row) throws -> Value
    ) throws -> [Value] {
        try Storing.mapped {
            var values: [Value] = []
            let rows = try Row.fetchCursor(try database.cachedStatement(sql: sql), arguments: arguments)
            while let row = try rows.next() {
                values.append(try value(row))
            }
            return values
        }
    }

    func run(_ sql: String, _ arguments: StatementArguments = []) throws {
        try Storing.mapped {
            try database.cachedStatement(sql: sql).execute(arguments: arguments)
        }
    }

    /// Runs a statement of the deciding path.
    func write(_ sql: StaticString, _ values: [HotStatement.Value] = []) throws {
        try Storing.mapped {
            try statements.run(sql, values)
        }
    }

    /// The first row of a query of the deciding path.
    func first<Answer>(
        _ sql: StaticString, _ values: [HotStatement.Value], _ read: (HotRow) throws -> Answer
    ) throws -> Answer? {
        try Storing.mapped {
            try statements.first(sql, values, read)
        }
    }

    /// All rows of a query of the deciding path.
    func each<Answer>(
        _ sql: StaticString, _ values: [HotStatement.Value], _ read: (HotRow) throws -> Answer
    ) throws -> [Answer] {
        try Storing.mapped {
            try statements.all(sql, values, read)
        }
    }

    /// The number of the row with this value, or nil.
    func rowNumber(_ sql: StaticString, _ values: [HotStatement.Value]) throws -> Int64? {
        try first(sql, values) { try $0.integer(0) }
    }

    func number(of record: RecordID) throws -> Int64? {
        if let known = memo.number(of: record) { return known }
        let number = try rowNumber("SELECT id FROM record WHERE uuid = ?", [.bytes(record.bytes)])
        memo.keep(number, of: record)
        return number
    }

    /// 0 for all; nil for an agency that never wrote or read anything.
    func number(of reader: Reader) throws -> Int64? {
        switch reader {
        case .all: 0
        case .agency(let agency): try number(of: agency)
        }
    }

    func number(of agency: AgencyCode) throws -> Int64? {
        if let known = memo.agencies[agency] { return known }
        let number = try rowNumber("SELECT id FROM agency WHERE code = ?", [.text(agency.text)])
        memo.agencies[agency] = number
        return number
    }

    func agency(_ row: HotRow, at index: Int32) throws -> AgencyCode {
        try Storing.sound(AgencyCode(try row.text(index)), "an agency code")
    }

    func agency(_ row: Row) throws -> AgencyCode {
        try Storing.sound(AgencyCode(try row.text("code")), "an agency code")
    }
}
