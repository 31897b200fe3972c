import GRDB
import Negotiation
import NodeKit
import SyncProtocol
import Testing

@Suite struct RebuildTests {
    let coordinator = ScriptedCoordinator()

    private func filled() throws -> NodeStore {
        try Sample.filled(coordinator, 0...2, after: 10)
    }

    private func loseARecord(_ store: NodeStore) throws {
        try store.write { database in
            try database.execute(sql: "DELETE FROM record WHERE id = 1")
            try database.execute(sql: "UPDATE generation SET count = count - 1")
        }
    }

    @Test func aMismatchBuildsASecondCopyAndTakesItWhenItIsRight() throws {
        let store = try filled()
        try store.record(try Sample.draft(1))
        try loseARecord(store)
        #expect(try store.exchange(coordinator).progress?.agreement == .rebuilding)
        #expect(try store.status().view.count == 2)
        #expect(try store.exchange(coordinator, pageLimit: 2).progress?.agreement == .open)
        #expect(try store.status().view.count == 2)
        #expect(try store.exchange(coordinator, pageLimit: 2).progress?.agreement == .agrees)
        let status = try store.status()
        #expect(status.state == .working)
        #expect(status.view.count == 3)
        #expect(status.view == status.stated)
        #expect(try store.decidedEntries().count == 1)
        let generations = try store.read { try Int.fetchAll($0, sql: "SELECT DISTINCT generation FROM record") }
        #expect(generations == [2])
    }

    @Test func aRebuildThatDoesNotHelpIsTriedOnceADayAndTheNodeGoesOn() throws {
        let store = try filled()
        let stray: RecordID = try Sample.id(70)
        coordinator.with { $0.lie = ViewDigest.leaf(kind: "offer", id: stray, revision: 1, body: []) }
        #expect(try store.exchange(coordinator).progress?.agreement == .rebuilding)
        #expect(try store.exchange(coordinator).progress?.agreement == .diverged)
        #expect(try store.exchange(coordinator).progress?.agreement == .diverged)
        #expect(try store.status().state == .diverged)
        coordinator.put(try Sample.id(20), "loket baru")
        try store.record(try Sample.draft(1))
        #expect(try store.exchange(coordinator).progress?.outcomes.count == 1)
        #expect(try store.status().view.count == 4)
        coordinator.with { $0.day = "2026-03-03" }
        #expect(try store.exchange(coordinator).progress?.agreement == .rebuilding)
        coordinator.with { $0.lie = nil }
        #expect(try store.exchange(coordinator).progress?.agreement == .agrees)
        #expect(try store.status().state == .working)
    }

    @Test func effectsHearOnlyOfWhatTheReplicaDidNotHave() throws {
        let store = try filled()
        try loseARecord(store)
        let lost: RecordID = try Sample.id(10)
        _ = try store.exchange(coordinator)
        let prepared = try SyncPlan.prepare(store)
        let reply = try coordinator.answer(prepared.transportRequest(to: ""))
        let changes = Heard()
        _ = try SyncPlan.absorb(store, reply, of: prepared) { _, news in
            changes.add(news)
            return []
        }
        let heard = changes.all
        #expect(heard.count == 1)
        guard case .record(let id, _, _, _, _) = heard.first else {
            Issue.record("expected a record")
            return
        }
        #expect(id == lost)
    }
}
