import Foundation
import GRDB
import Negotiation
import NodeKit
import SyncProtocol
import Testing

/// One bit of one value, in every column that an inspection guards.
@Suite struct FlippedBitTests {
    private let coordinator = ScriptedCoordinator()
    private static let guarded: [String: [String]] = [
        "state": [
            "node", "instance", "key", "exchange", "nonce", "pendingNonce", "pendingBundle", "bundle", "bundleHash",
            "headEpoch", "headPosition", "day", "live", "diverged", "lastSync", "nextSeconds",
        ],
        "generation": ["epoch", "position", "start", "count", "sum", "statedCount", "statedSum", "statedPosition"],
        "record": ["generation", "uuid", "kind", "revision", "body"], "link": ["name", "value", "record"],
        "recordAttachment": ["name", "record"], "attachment": ["name", "salt", "bytes"],
        "bundle": ["number", "bytes", "hash"], "operation": ["uuid", "bytes", "hash", "bundle"],
    ]

    private func store() throws -> NodeStore {
        let store = try Sample.store(coordinator)
        coordinator.put(try Sample.id(10), "loket", attachment: .make([1]))
        _ = try store.exchange(coordinator)
        try store.record(try Sample.draft(1))
        _ = try SyncPlan.prepare(store)
        try store.record(try Sample.draft(2))
        return store
    }

    private func isWhole(_ store: NodeStore) -> Bool {
        (try? store.inspect().isEmpty) ?? false
    }

    @Test func inAnyGuardedColumnIsFound() throws {
        let store = try store()
        #expect(isWhole(store))
        var flips = 0
        for (table, columns) in Self.guarded.sorted(by: { $0.key < $1.key }) {
            for column in columns {
                guard let change = try flip(table, column, in: store) else { continue }
                flips += 1
                #expect(!isWhole(store), "\(table).\(column)")
                try store.writer.writeWithoutTransaction { try change.takeBack($0) }
            }
        }
        #expect(flips > 30)
        #expect(isWhole(store))
    }

    private func flip(_ table: String, _ column: String, in store: NodeStore) throws -> Change? {
        try store.writer.writeWithoutTransaction { database in
            let row = try Row.fetchOne(
                database, sql: "SELECT * FROM \"\(table)\" WHERE \"\(column)\" IS NOT NULL LIMIT 1")
            guard let row, let value = flipped(row[column]) else { return nil }
            let change = Change(table: table, row: row, column: column, value: value)
            return try change.make(database) ? change : nil
        }
    }

    private func flipped(_ value: DatabaseValue) -> DatabaseValue? {
        switch value.storage {
        case .int64(let number): (number ^ 1).databaseValue
        case .string(let text):
            flipped(Array(text.utf8)).flatMap { String(validating: $0, as: UTF8.self)?.databaseValue }
        case .blob(let data): flipped(Array(data)).map { Data($0).databaseValue }
        case .null, .double: nil
        }
    }

    private func flipped(_ bytes: [UInt8]) -> [UInt8]? {
        guard !bytes.isEmpty else { return nil }
        var bytes = bytes
        bytes[bytes.count / 2] ^= 1
        return bytes
    }

    @Test(arguments: [
        "UPDATE record SET body = CAST(body AS TEXT)", "UPDATE operation SET bytes = CAST(bytes AS TEXT)",
        "UPDATE state SET nonce = CAST(nonce AS BLOB)", "DELETE FROM recordAttachment",
        "UPDATE operation SET bundle = 1",
    ])
    func thatChangesATypeOrAReferenceIsFound(sql: String) throws {
        let store = try store()
        try store.writer.writeWithoutTransaction { try $0.execute(sql: sql) }
        #expect(!isWhole(store))
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
