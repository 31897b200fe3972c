import Foundation
import GRDB
import Statements

/// Columns read without trust: a value of the wrong type is damage that is named, where GRDB's subscripts would trap.
struct SoundRow {
    private enum Source {
        case row(Row)
        /// Of a busy path, for as long as its reader runs: where GRDB's rows fold the case of every name first.
        case hot(HotRow, [String])
    }

    private let source: Source

    init(_ row: Row) {
        source = .row(row)
    }

    /// A row whose query names these columns in this order.
    init(_ row: HotRow, columns: [String]) {
        source = .hot(row, columns)
    }

    /// The columns that a query of the form "SELECT a, b FROM …" names, in its order.
    static func columns(of query: StaticString) -> [String] {
        let words = query.description.split { $0 == " " || $0 == "," || $0 == "\n" }.map(String.init)
        return Array(words.dropFirst().prefix { $0 != "FROM" })
    }

    func integer(_ column: String) throws -> Int {
        try sound(optionalInteger(column), column)
    }

    func optionalInteger(_ column: String) throws -> Int? {
        switch source {
        case .row(let row): try Self.optional(row, column, Int.fromDatabaseValue)
        case .hot(let row, let columns): try Self.optional(row, columns, column) { Int(try row.integer($0)) }
        }
    }

    func text(_ column: String) throws -> String {
        try sound(optionalText(column), column)
    }

    func optionalText(_ column: String) throws -> String? {
        switch source {
        case .row(let row): try Self.optional(row, column, String.fromDatabaseValue)
        case .hot(let row, let columns): try Self.optional(row, columns, column, row.text)
        }
    }

    func blob(_ column: String) throws -> [UInt8] {
        try sound(optionalBlob(column), column)
    }

    func optionalBlob(_ column: String) throws -> [UInt8]? {
        switch source {
        case .row(let row): try Self.optional(row, column) { Data.fromDatabaseValue($0).map { [UInt8]($0) } }
        case .hot(let row, let columns): try Self.optional(row, columns, column, row.bytes)
        }
    }

    func sound<Value>(_ value: Value?, _ column: String) throws -> Value {
        try Self.sound(value, column)
    }

    private static func optional<Value>(
        _ row: Row, _ column: String, _ read: (DatabaseValue) -> Value?
    ) throws -> Value? {
        let value: DatabaseValue = row[column] ?? .null
        return value.isNull ? nil : try sound(read(value), column)
    }

    private static func optional<Value>(
        _ row: HotRow, _ columns: [String], _ column: String, _ read: (Int32) throws -> Value
    ) throws -> Value? {
        guard let index = columns.firstIndex(of: column).map(Int32.init), !row.isNull(index) else { return nil }
        return try sound(try? read(index), column)
    }

    private static func sound<Value>(_ value: Value?, _ column: String) throws -> Value {
        guard let value else {
            throw NodeFailure.damaged("A row has no valid \(column).")
        }
        return value
    }
}

extension [UInt8] {
    /// The bytes as a value that SQLite stores as a blob.
    var blob: Data { Data(self) }
}
