import Foundation
import GRDB

/// Columns read without trust: a value of the wrong type is damage that is named, where GRDB's subscripts would trap.
struct SoundRow {
    private let row: Row

    init(_ row: Row) {
        self.row = row
    }

    func integer(_ column: String) throws -> Int {
        try sound(optionalInteger(column), column)
    }

    func optionalInteger(_ column: String) throws -> Int? {
        value(column).isNull ? nil : try sound(Int.fromDatabaseValue(value(column)), column)
    }

    func text(_ column: String) throws -> String {
        try sound(optionalText(column), column)
    }

    func optionalText(_ column: String) throws -> String? {
        value(column).isNull ? nil : try sound(String.fromDatabaseValue(value(column)), column)
    }

    func blob(_ column: String) throws -> [UInt8] {
        try sound(optionalBlob(column), column)
    }

    func optionalBlob(_ column: String) throws -> [UInt8]? {
        value(column).isNull ? nil : [UInt8](try sound(Data.fromDatabaseValue(value(column)), column))
    }

    func sound<Value>(_ value: Value?, _ column: String) throws -> Value {
        guard let value else {
            throw NodeFailure.damaged("A row has no valid \(column).")
        }
        return value
    }

    private func value(_ column: String) -> DatabaseValue {
        row[column] ?? .null
    }
}

extension [UInt8] {
    /// The bytes as a value that SQLite stores as a blob.
    var blob: Data { Data(self) }
}
