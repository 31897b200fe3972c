import Foundation
import GRDB
import Statements
import SyncProtocol

/// A hash beside the rows that say how far this node has synced: what nothing else would find a flipped bit in.
///
/// It stands in the row's last column and covers what ``SyncState`` and ``Generation`` write together. How fresh the view is and how
/// large pages are is evidence and convenience, and has none.
enum RowSum {
    private static let byteCount = 8

    /// The values with their sum behind them.
    static func summed(_ values: [HotStatement.Value]) -> [HotStatement.Value] {
        values + [.bytes(of(values))]
    }

    private static func of(_ values: [HotStatement.Value]) -> [UInt8] {
        Array(Sodium.sha256(HotStatement.Value.encoded(values)).prefix(byteCount))
    }

    /// In the order in which the rows are written.
    private static let state: StaticString = """
        SELECT node, instance, key, opens, exchange, nonce, pendingNonce, pendingBundle, bundle, bundleHash, headEpoch,
        headPosition, headRoot, day, live, building, rebuilt, diverged, refusal, refusalDetail, lastSync, nextSeconds, wire,
        wireRetryAt, seal FROM state
        """
    private static let generations: StaticString = """
        SELECT epoch, position, start, count, sum, statedCount, statedSum, statedPosition, id, seal FROM generation
        """

    /// The first table of the two with a row that is not what was written.
    static func firstWrong(_ database: Database) throws -> String? {
        let statements = HotStatements(database)
        for (table, query) in [("state", state), ("generation", generations)] {
            let isSound = try statements.all(query, []) { row in
                let values = try (0..<row.columnCount - 1).map { try row.value($0) }
                return try of(values) == row.bytes(row.columnCount - 1)
            }
            guard isSound.allSatisfy(\.self) else { return table }
        }
        return nil
    }

    /// Adds the columns to a database that was written before, and writes its rows anew.
    static func addColumns(_ database: Database) throws {
        for table in ["state", "generation"] {
            try database.execute(sql: "ALTER TABLE \(table) ADD COLUMN seal BLOB NOT NULL DEFAULT x''")
        }
        for number in try Int.fetchAll(database, sql: "SELECT id FROM generation") {
            try Generation(database, number: number).save(database)
        }
        if try Int.fetchOne(database, sql: "SELECT count(*) FROM state") == 1 {
            try SyncState(database).save(database)
        }
    }
}
