import Foundation
import GRDB
import Statements
import SyncProtocol

/// A digest beside each staff table, so that a bit that flips in somebody's data is found: nothing else could tell it from what an
/// import wrote.
///
/// Kept by triggers, in whatever transaction changes a row: the sum modulo 2^256 of a hash for each row (``ViewDigest``), with
/// their count. A row that had changed by itself before it is written again leaves the digest wrong, and is found then too.
public enum StaffSeals {
    /// The tables that had rows before there were digests.
    private static let firstTables = [
        "staffPost", "staffUnit", "staffWorkload", "staffStandard", "staffPerson", "staffAssignment", "staffStatement",
        "staffAppraisal", "staffCompetence", "staffCertificate", "staffTraining", "staffSanction", "staffLeave",
        "staffCounterDuty", "staffCard", "staffTransfer", "staffGuest",
    ]
    private static let tables = firstTables + ["staffTalent", "staffCounterDay", "staffServiceFigure", "staffFloor"]

    /// What the triggers call: `staffSum(sum, change, table, column …)` gives the sum with the row taken in (1) or out (-1). A
    /// connection that changes staff data needs it.
    public static let sum = DatabaseFunction("staffSum", pure: true) { arguments in
        guard arguments.count > 3, let sum = Data.fromDatabaseValue(arguments[0]),
            let table = String.fromDatabaseValue(arguments[2])
        else { return nil }
        // The count is kept beside; here it only has to be enough to take one out.
        var digest = ViewDigest(hex: Hex.encode(Array(sum)), count: 1) ?? ViewDigest()
        let leaf = leaf(table, Array(arguments[3...]))
        if Int.fromDatabaseValue(arguments[1]) == 1 {
            digest.add(leaf)
        } else {
            digest.remove(leaf)
        }
        return Data(digest.bytes)
    }

    /// Adds the digests to a database that may have staff data already.
    static func install(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE staffDigest (
                    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, count INTEGER NOT NULL, sum BLOB NOT NULL)
                """)
        for table in firstTables {
            try seal(table, database)
        }
    }

    /// Gives a table its digest, and keeps it from then on.
    static func seal(_ table: String, _ database: Database) throws {
        let digest = try computed(table, database)
        try database.execute(
            sql: "INSERT INTO staffDigest (name, count, sum) VALUES (?, ?, ?)",
            arguments: [table, digest.count, Data(digest.bytes)])
        try watch(table, database)
    }

    /// The first staff table whose rows are not what was written. Throws what the database throws.
    static func firstWrong(_ database: Database) throws -> String? {
        try tables.first { table in
            let kept = try Row.fetchOne(
                database, sql: "SELECT count, sum FROM staffDigest WHERE name = ?", arguments: [table])
            guard let row = kept.map(SoundRow.init) else { return true }
            let digest = try computed(table, database)
            return try row.integer("count") != digest.count || row.blob("sum") != digest.bytes
        }
    }

    private static func computed(_ table: String, _ database: Database) throws -> ViewDigest {
        var digest = ViewDigest()
        let rows = try Row.fetchCursor(database, sql: "SELECT * FROM \(table)")
        while let row = try rows.next() {
            digest.add(leaf(table, Array(row.databaseValues)))
        }
        return digest
    }

    private static func leaf(_ table: String, _ values: [DatabaseValue]) -> ViewDigest.Leaf {
        let row = HotStatement.Value.encoded([.text(table)] + values.map(hot))
        return ViewDigest.Leaf(hashing: Array("mutasi-staff-v1".utf8) + row)
    }

    private static func hot(_ value: DatabaseValue) -> HotStatement.Value {
        switch value.storage {
        case .null: .null
        case .int64(let integer): .row(integer)
        case .double(let double): .row(Int64(bitPattern: double.bitPattern))
        case .string(let text): .text(text)
        case .blob(let data): .bytes(Array(data))
        }
    }

    private static func watch(_ table: String, _ database: Database) throws {
        let columns = try database.columns(in: table).map(\.name)
        func taking(_ change: Int, _ row: String, from sum: String) -> String {
            "staffSum(\(sum), \(change), '\(table)', \(columns.map { "\(row).\($0)" }.joined(separator: ", ")))"
        }
        let both = taking(1, "NEW", from: taking(-1, "OLD", from: "sum"))
        for (event, sum, count) in [
            ("INSERT", taking(1, "NEW", from: "sum"), "count + 1"), ("UPDATE", both, "count"),
            ("DELETE", taking(-1, "OLD", from: "sum"), "count - 1"),
        ] {
            try database.execute(
                sql: """
                    CREATE TRIGGER \(table)On\(event.capitalized) AFTER \(event) ON \(table) BEGIN
                        UPDATE staffDigest SET sum = \(sum), count = \(count) WHERE name = '\(table)';
                    END
                    """)
        }
    }
}
