import Foundation
import GRDB

/// Columns read without trust: a value of the wrong type is damage that is named, where GRDB's subscripts would trap.
struct SoundRow {
    private let row: Row
    /// The names of the columns in their order; empty when GRDB looks them up, which folds the case of all of them each time.
    private let columns: [String]

    init(_ row: Row) {
        self.row = row
        columns = []
    }

    /// A row of a busy path, whose query names these columns in this order.
    init(_ row: Row, columns: [String]) {
        self.row = row
        self.columns = columns
    }

    func integer(_ column: String) throws -> Int {
        try sound(optionalInteger(column), column)
    }

    func optionalInteger(_ column: String) throws -> Int? {
        let value = value(column)
        return value.isNull ? nil : try sound(Int.fromDatabaseValue(value), column)
    }

    func text(_ column: String) throws -> String {
        try sound(optionalText(column), column)
    }

    func optionalText(_ column: String) throws -> String? {
        let value = value(column)
        return value.isNull ? nil : try sound(String.fromDatabaseValue(value), column)
    }

    func blob(_ column: String) throws -> [UInt8] {
        try sound(optionalBlob(column), column)
    }

    func optionalBlob(_ column: String) throws -> [UInt8]? {
        let value = value(column)
        return value.isNull ? nil : [UInt8](try sound(Data.fromDatabaseValue(value), column))
    }

    func sound<Value>(_ value: Value?, _ column: String) throws -> Value {
        guard let value else {
            throw NodeFailure.damaged("A row has no valid \(column).")
        }
        return value
    }

    private func value(_ column: String) -> DatabaseValue {
        guard !columns.isEmpty else { return row[column] ?? .null }
        return columns.firstIndex(of: column).map { row[$0] } ?? .null
    }
}

extension [UInt8] {
    /// The bytes as a value that SQLite stores as a blob.
    var blob: Data { Data(self) }
}
