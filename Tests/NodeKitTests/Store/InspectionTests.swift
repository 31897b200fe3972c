import GRDB
import Negotiation
import NodeKit
import SyncProtocol
import Testing

@Suite struct InspectionTests {
    let coordinator = ScriptedCoordinator()

    private func findings(after change: String) throws -> [NodeFinding] {
        let store = try Sample.store(coordinator)
        coordinator.put(try Sample.id(10), "loket", attachment: .make([1]))
        _ = try store.exchange(coordinator)
        try store.record(try Sample.draft(1))
        #expect(try store.inspect().isEmpty)
        try store.writer.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA foreign_keys = OFF")
            try database.execute(sql: change)
        }
        return try store.inspect()
    }

    @Test func aLostLinkIsFound() throws {
        #expect(try findings(after: "DELETE FROM link WHERE name = 'kind'") == [.index(records: 1)])
    }

    @Test func aStrayLinkIsFound() throws {
        let change = "INSERT INTO link (name, value, record) SELECT 'agency', 'capil', id FROM record"
        #expect(try findings(after: change) == [.index(records: 1)])
    }

    @Test func aChangedBodyIsFound() throws {
        #expect(try findings(after: "UPDATE record SET body = CAST('{}' AS BLOB)") == [.replica])
    }

    @Test func rowsWithoutTheirRecordAreFound() throws {
        #expect(
            try findings(after: "UPDATE recordAttachment SET record = 99") == [.danglingRows(1), .index(records: 1)])
    }

    @Test func aChangedDraftIsFound() throws {
        #expect(try findings(after: "UPDATE operation SET hash = x'00'") == [.outbox])
    }
}
