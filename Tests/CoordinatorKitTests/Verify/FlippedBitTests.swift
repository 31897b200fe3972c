import CoordinatorKit
import Foundation
import GRDB
import Negotiation
import SyncProtocol
import Testing

/// One bit of one value, in every column of every table: what is checked before a database is used finds it.
@Suite struct FlippedBitTests {
    /// What has no meaning that a bit could change: numbers of rows that nothing refers to, and which SQLite keeps.
    private static let unguarded: Set<String> = [
        "bundle.id", "attachment.id", "node.id", "former.id", "backup.id", "gap.id", "changedOutcome.id",
        "handedAttachment.id",
    ]
    /// The shelf of a recovery that is under way: signed, or asked for again. And what accesses are counted in.
    private static let shelf: Set<String> = ["reopened", "headClaim", "handed", "report", "owedReceipt", "access"]

    private static func isWhole(_ region: TestRegion, _ store: SQLiteStore) -> Bool {
        do {
            try store.checkIntegrity()
            _ = try JournalVerifier.verify(store, coordinatorKey: region.keys.signing.publicKey)
            return true
        } catch {
            return false
        }
    }

    private static func flipped(_ value: DatabaseValue) -> DatabaseValue? {
        switch value.storage {
        case .int64(let number): (number ^ 1).databaseValue
        case .string(let text):
            flipped(Array(text.utf8)).flatMap { String(validating: $0, as: UTF8.self)?.databaseValue }
        case .blob(let data): flipped(Array(data)).map { Data($0).databaseValue }
        case .null, .double: nil
        }
    }

    private static func flipped(_ bytes: [UInt8]) -> [UInt8]? {
        guard !bytes.isEmpty else { return nil }
        var bytes = bytes
        bytes[bytes.count / 2] ^= 1
        return bytes
    }

    /// A region with a row in every table that is guarded.
    private static func region() async throws -> (TestRegion, DatabaseQueue, SQLiteStore) {
        let (region, queue) = try await JournalVerifierTests.region()
        let store = try SQLiteStore(writer: queue)
        let former = try #require(InstanceID(text: "01a21000-0000-7000-8000-000000000001"))
        try store.write { transaction in
            let node = try #require(try transaction.nodes().last)
            try transaction.setStanding(Standing(mode: .serving, latestEpoch: 1))
            try transaction.setFormer(
                FormerInstance(
                    node: node.node, instance: former, key: node.key, exchange: 3, nonce: "n",
                    calls: 1, first: "2026-03-02T00:00:00Z", last: "2026-03-03T00:00:00Z", told: 5))
            try transaction.keep(Attachment(salt: [1, 2, 3], bytes: [4, 5, 6]))
            try transaction.recovery.append(BackupMark(epoch: 1, position: 2, made: "2026-03-02T00:00:00Z"))
            try transaction.recovery.set(gaps: [LostPositions(epoch: 1, positions: 2...3)], epoch: 2)
        }
        return (region, queue, store)
    }

    @Test func inAnyColumnIsFound() async throws {
        let (region, queue, store) = try await Self.region()
        #expect(Self.isWhole(region, store))
        #expect(try Self.flipAll(in: queue) { !Self.isWhole(region, store) } > 80)
        #expect(Self.isWhole(region, store))
    }

    /// How many bits flipped, each by itself.
    private static func flipAll(in queue: DatabaseQueue, _ isFound: () -> Bool) throws -> Int {
        let tables = try queue.read {
            try String.fetchAll($0, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
        }
        var flips = 0
        for table in tables where !shelf.contains(table) {
            let columns = try queue.read { try $0.columns(in: table).map(\.name) }
            for column in columns where !unguarded.contains("\(table).\(column)") {
                guard let change = try flip(table, column, in: queue) else { continue }
                flips += 1
                #expect(isFound(), "\(table).\(column)")
                try queue.writeWithoutTransaction { try change.takeBack($0) }
            }
        }
        return flips
    }

    /// Nil when there is nothing to flip, or a constraint refuses it.
    private static func flip(_ table: String, _ column: String, in queue: DatabaseQueue) throws
        -> Change?
    {
        try queue.writeWithoutTransaction { database in
            let rows =
                "SELECT * FROM \"\(table)\" WHERE \"\(column)\" IS NOT NULL ORDER BY 1 DESC, 2 DESC LIMIT 1"
            guard let row = try Row.fetchOne(database, sql: rows), let value = flipped(row[column]) else { return nil }
            let change = Change(table: table, row: row, column: column, value: value)
            return try change.make(database) ? change : nil
        }
    }

    @Test(arguments: [
        "UPDATE record SET body = CAST(body AS TEXT)", "UPDATE record SET kind = CAST(kind AS BLOB)",
        "UPDATE audience SET present = 3 WHERE present = 1", "UPDATE node SET registry = 2",
        "UPDATE decided SET operation = CAST(operation AS TEXT)", "UPDATE attachment SET name = CAST(name AS BLOB)",
        "UPDATE node SET nonce = CAST(nonce AS BLOB)",
        "INSERT INTO bundle (instance, number, bytes) SELECT instance, number + 9, bytes FROM bundle LIMIT 1",
    ])
    func thatChangesATypeOrAddsWhatFollowsNothingIsFound(sql: String) async throws {
        let (region, queue, store) = try await Self.region()
        try await queue.write { try $0.execute(sql: sql) }
        #expect(!Self.isWhole(region, store))
    }
}

/// Another value in one column of one row.
private struct Change {
    let table: String
    let row: Row
    let column: String
    let value: DatabaseValue

    /// False when a constraint refuses it.
    func make(_ database: Database) throws -> Bool {
        try database.execute(sql: "PRAGMA foreign_keys = OFF")
        try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
        // Only to make the change: the check of the file looks at them again.
        defer { try? database.execute(sql: "PRAGMA ignore_check_constraints = OFF") }
        do {
            try update(database, old: row[column], new: value)
        } catch is DatabaseError {
            return false
        }
        return true
    }

    func takeBack(_ database: Database) throws {
        try update(database, old: value, new: row[column])
        #expect(database.changesCount == 1)
    }

    private func update(_ database: Database, old: DatabaseValue, new: DatabaseValue) throws {
        let names = Array(row.columnNames)
        let condition = names.map { "\"\($0)\" IS ?" }.joined(separator: " AND ")
        let present = names.map { $0 == column ? old : row[$0] as DatabaseValue }
        try database.execute(
            sql: "UPDATE \"\(table)\" SET \"\(column)\" = ? WHERE \(condition)",
            arguments: StatementArguments([new] + present))
    }
}
