import Foundation
import GRDB
import Negotiation

/// A transaction of ``SQLiteStore``, or one of its snapshots, for as long as GRDB lends the connection.
struct SQLiteTransaction {
    let database: Database

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

    /// The number of the row with this value, or nil.
    func rowNumber(_ sql: String, _ arguments: StatementArguments) throws -> Int64? {
        try one(sql, arguments).map { Int64(try $0.integer("id")) }
    }

    func number(of record: RecordID) throws -> Int64? {
        try rowNumber("SELECT id FROM record WHERE uuid = ?", [Data(record.bytes)])
    }

    /// 0 for all; nil for an agency that never wrote or read anything.
    func number(of reader: Reader) throws -> Int64? {
        switch reader {
        case .all: 0
        case .agency(let agency): try number(of: agency)
        }
    }

    func number(of agency: AgencyCode) throws -> Int64? {
        try rowNumber("SELECT id FROM agency WHERE code = ?", [agency.text])
    }

    func reader(_ row: Row) throws -> Reader {
        if try row.integer("reader") == 0 { return .all }
        return .agency(try agency(row))
    }

    func agency(_ row: Row) throws -> AgencyCode {
        try Storing.sound(AgencyCode(try row.text("code")), "an agency code")
    }
}
