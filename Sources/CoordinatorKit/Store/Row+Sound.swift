import Foundation
import GRDB

/// Columns read without trust: a value of the wrong type is damage that is named, where GRDB's subscripts would trap.
extension Row {
    func integer(_ column: String) throws -> Int {
        try Storing.sound(Int.fromDatabaseValue(value(column)), column)
    }

    func optionalInteger(_ column: String) throws -> Int? {
        value(column).isNull ? nil : try integer(column)
    }

    func boolean(_ column: String) throws -> Bool {
        try Storing.sound([0: false, 1: true][integer(column)], column)
    }

    func text(_ column: String) throws -> String {
        try Storing.sound(String.fromDatabaseValue(value(column)), column)
    }

    func optionalText(_ column: String) throws -> String? {
        value(column).isNull ? nil : try text(column)
    }

    func blob(_ column: String) throws -> [UInt8] {
        [UInt8](try Storing.sound(Data.fromDatabaseValue(value(column)), column))
    }

    func optionalBlob(_ column: String) throws -> [UInt8]? {
        value(column).isNull ? nil : try blob(column)
    }

    func integer(at index: Int) throws -> Int {
        try Storing.sound(Int.fromDatabaseValue(self[index]), "a number")
    }

    func text(at index: Int) throws -> String {
        try Storing.sound(String.fromDatabaseValue(self[index]), "a text")
    }

    func optionalText(at index: Int) throws -> String? {
        hasNull(atIndex: index) ? nil : try text(at: index)
    }

    /// Empty for NULL too, which no column of ours that holds bytes can be.
    func blob(at index: Int) throws -> [UInt8] {
        try Storing.sound((try? withUnsafeData(atIndex: index) { $0.map { [UInt8]($0) } }) ?? nil, "bytes")
    }

    private func value(_ column: String) -> DatabaseValue {
        self[column] ?? .null
    }
}
