import Foundation
import GRDB
import Testing

@testable import NodeKit

/// Digests beside the staff tables: whatever the program writes keeps them right, and nothing else does.
@Suite struct StaffSealsTests {
    @Test func anyValueThatChangesByItselfIsFound() throws {
        let staff = try StaffDatabase()
        try staff.load(StaffFiles.all)
        // A second import changes rows, and a third of the same changes none.
        let renamed = StaffFiles.staff([
            OfficialExport.row(OfficialExport.aminah, "Siti Aminah"), OfficialExport.row(OfficialExport.budi, "Budi"),
        ])
        for _ in 0..<2 { try staff.load([renamed]) }
        try staff.queue.write { database in
            #expect(try StaffSeals.firstWrong(database) == nil)
            var values = 0
            for table in try String.fetchAll(database, sql: "SELECT name FROM staffDigest WHERE count > 0") {
                try database.execute(sql: "DROP TRIGGER \(table)OnUpdate")
                let row = try #require(try Row.fetchOne(database, sql: "SELECT * FROM \(table) LIMIT 1"))
                for column in row.columnNames
                where column != "id" && column != "nip" && !(row[column] as DatabaseValue).isNull {
                    let value: DatabaseValue = row[column]
                    try set(column, of: table, to: Self.flipped(value), database)
                    #expect(try StaffSeals.firstWrong(database) == table, "\(table).\(column)")
                    try set(column, of: table, to: value, database)
                    values += 1
                }
            }
            #expect(values > 40)
            #expect(try StaffSeals.firstWrong(database) == nil)
        }
    }

    @Test func rowThatIsLostOrThatNobodyWroteIsFound() throws {
        let staff = try StaffDatabase()
        try staff.load(StaffFiles.all)
        try staff.queue.write { database in
            try database.execute(sql: "DROP TRIGGER staffAppraisalOnDelete")
            try database.execute(sql: "DELETE FROM staffAppraisal WHERE id = 1")
            #expect(try StaffSeals.firstWrong(database) == "staffAppraisal")
        }
    }

    private func set(_ column: String, of table: String, to value: DatabaseValue, _ database: Database) throws {
        try database.execute(
            sql: """
                UPDATE \(table) SET \(column) = ?
                WHERE rowid = (SELECT rowid FROM \(table) ORDER BY rowid LIMIT 1)
                """, arguments: [value])
    }

    private static func flipped(_ value: DatabaseValue) -> DatabaseValue {
        switch value.storage {
        case .int64(let integer): (integer ^ 1 << 20).databaseValue
        case .string(let text): (text + "\u{1}").databaseValue
        case .blob(let data): (data + Data([1])).databaseValue
        case .null, .double: value
        }
    }
}
