import CoordinatorKit
import Foundation
import GRDB
import Negotiation
import SyncProtocol
import Testing

/// Databases as released versions wrote them, kept as SQL in the folder beside this file, open with this program and verify.
@Suite struct ReleasedSchemaTests {
    static let released = ["coordinator-1", "coordinator-5", "coordinator-8"]

    /// The database that the dump makes, as the version of its name left it.
    static func database(_ name: String) throws -> DatabaseQueue {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Databases/\(name).sql")
        let queue = try DatabaseQueue()
        let sql = try String(contentsOf: file, encoding: .utf8)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        return queue
    }

    private static func version(_ queue: DatabaseQueue) throws -> Int {
        try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    }

    @Test(arguments: released) func openingBringsItUpToDateAndEverythingVerifies(_ name: String) throws {
        let queue = try Self.database(name)
        #expect("coordinator-\(try Self.version(queue))" == name)
        let store = try SQLiteStore(writer: queue)
        let current = try Self.version(queue)
        let key = try #require(
            try store.read { snapshot in try snapshot.region().flatMap { try snapshot.node($0.node) }?.key })
        let summary = try JournalVerifier.verify(store, coordinatorKey: key)
        #expect(summary.head.position > 0)
        let roots = try store.read { try $0.roots(after: 0, limit: 100) }
        // The first version kept none: the one of its head is computed.
        #expect(roots.last?.position == summary.head.position && (roots.count == 1) == (name == "coordinator-1"))
        _ = try SQLiteStore(writer: queue)
        #expect(try Self.version(queue) == current)
    }

    @Test func oneThatFailsHalfwayStaysAsItWas() throws {
        let name = "coordinator-1"
        let queue = try Self.database(name)
        try queue.write { try $0.execute(sql: "UPDATE journal SET leaf = x'00' WHERE position = 2") }
        let before = try queue.read {
            try String.fetchAll($0, sql: "SELECT sql FROM sqlite_master WHERE sql NOT NULL ORDER BY name")
        }
        #expect { try SQLiteStore(writer: queue) } throws: { ($0 as? StoreFailure)?.code == .damaged }
        #expect(
            try queue.read {
                try String.fetchAll($0, sql: "SELECT sql FROM sqlite_master WHERE sql NOT NULL ORDER BY name")
            } == before)
        #expect("coordinator-\(try Self.version(queue))" == name)
    }

    @Test func oneOfALaterVersionIsRefusedAndUnchanged() throws {
        let queue = try DatabaseQueue()
        _ = try SQLiteStore(writer: queue)
        let later = try Self.version(queue) + 1
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = \(later)") }
        #expect {
            try SQLiteStore(writer: queue)
        } throws: {
            ($0 as? StoreFailure)?.code == .newer
                && ($0 as? StoreFailure)?.message.contains("update the program") == true
        }
        #expect(try Self.version(queue) == later)
    }
}
