import Foundation
import GRDB
import Statements
import SyncProtocol

/// A hash beside a row, for what only the coordinator knows: no fold of the journal gives it anew, so that nothing else would
/// find a bit that flips in it.
///
/// It stands in the row's last column and covers the others but for the row's number. Rows of a recovery that is under way have
/// none: what was handed in is signed, and who has reported is asked again. Nor have those that count accesses, which SQL adds to.
enum RowSum {
    private static let byteCount = 8

    private static func of(_ values: [HotStatement.Value]) -> [UInt8] {
        Array(Sodium.sha256(HotStatement.Value.encoded(values)).prefix(byteCount))
    }

    /// The values with their sum behind them.
    static func summed(_ values: [HotStatement.Value]) -> [HotStatement.Value] {
        values + [.bytes(of(values))]
    }

    /// Reads the row's number, what is summed up, and the sum.
    private static let queries: [(table: String, query: StaticString)] = [
        (
            "node",
            """
            SELECT id, uuid, agency, registry, key, invitation, instance, exchange, nonce, bundle, bundleHash, reached, seen,
            revoked, sum FROM node
            """
        ),
        ("former", "SELECT id, node, instance, key, exchange, nonce, calls, first, last, told, sum FROM former"),
        ("standing", "SELECT id, mode, reason, latestEpoch, sum FROM standing"),
        ("backup", "SELECT id, epoch, position, made, sum FROM backup"),
        ("gap", "SELECT id, epoch, life, first, last, sum FROM gap"),
        (
            "changedOutcome",
            """
            SELECT id, epoch, agency, operation, kind, record, former, formerEpoch, formerPosition, outcome, position, sum
            FROM changedOutcome
            """
        ),
    ]

    /// Throws ``StoreFailure`` `damaged` for a row that is not what was written.
    static func check(_ transaction: SQLiteTransaction) throws {
        for (table, query) in queries {
            let isSound = try transaction.each(query, []) { row in
                try of(values(row)) == row.bytes(row.columnCount - 1)
            }
            guard isSound.allSatisfy(\.self) else {
                throw StoreFailure(.damaged, "a row of the table \(table) is not what was written")
            }
        }
    }

    /// Gives every row that has none its sum, in a database that was written before.
    static func addColumns(_ transaction: SQLiteTransaction) throws {
        for (table, query) in queries {
            try transaction.database.execute(sql: "ALTER TABLE \(table) ADD COLUMN sum BLOB NOT NULL DEFAULT x''")
            let rows = try transaction.each(query, []) { (try $0.integer(0), try of(values($0))) }
            for (row, sum) in rows {
                try transaction.run("UPDATE \(table) SET sum = ? WHERE id = ?", [Data(sum), row])
            }
        }
    }

    private static func values(_ row: HotRow) throws -> [HotStatement.Value] {
        try (1..<row.columnCount - 1).map { try row.value($0) }
    }
}
