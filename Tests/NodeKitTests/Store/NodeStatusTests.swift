import GRDB
import Negotiation
import NodeKit
import SyncProtocol
import Testing

@Suite struct NodeStatusTests {
    let coordinator = ScriptedCoordinator()

    private func filled() throws -> NodeStore {
        let store = try Sample.store(coordinator)
        for number in 0..<3 {
            coordinator.put(try Sample.id(10 + number), "loket \(number)")
        }
        try store.record(try Sample.draft(1))
        _ = try store.exchange(coordinator)
        try store.record(try Sample.draft(2))
        return store
    }

    @Test func aNewNodeWorksAndIsNotComplete() throws {
        let status = try Sample.store(coordinator).status()
        #expect(status.state == .working)
        #expect(status.isComplete == false)
        #expect(status.cursor == nil)
        #expect(status.lastSync == nil)
    }

    @Test func whatWaitsIsCounted() throws {
        let store = try filled()
        #expect(try store.status().drafts == 1)
        _ = try SyncPlan.prepare(store)
        let status = try store.status()
        #expect(status.drafts == 0)
        #expect(status.inFlight == 1)
        #expect(status.lastSync == "2026-03-02T00:00:00Z")
        #expect(status.nextSeconds == 60)
    }

    @Test func whatTheDiskHadNoRoomToEraseIsToldAndTheNextSyncErasesIt() throws {
        let store = try Sample.store(coordinator)
        coordinator.put(try Sample.id(10), "loket 0")
        _ = try store.exchange(coordinator)
        #expect(try store.status(at: FreshnessTests.monday).isWell)
        // What a transaction that deleted leaves, when the file could not be written anew after it.
        try store.write {
            try $0.execute(sql: "INSERT INTO upkeep (name, at, file) VALUES ('erasure', '', '')")
        }
        let owing = try store.status(at: FreshnessTests.monday)
        #expect(owing.owesErasure && !owing.isWell)
        _ = try store.exchange(coordinator)
        #expect(try store.status(at: FreshnessTests.monday).isWell)
    }

    @Test(arguments: [
        "UPDATE record SET body = CAST(replace(CAST(body AS TEXT), 'loket 1', 'loket 7') AS BLOB)",
        "UPDATE record SET revision = 2 WHERE id = 1",
        "UPDATE record SET kind = 'offer' WHERE id = 2",
        "DELETE FROM record WHERE id = 3",
        "UPDATE record SET body = 'text' WHERE id = 1",
        "UPDATE generation SET count = count + 1",
        "UPDATE operation SET bytes = CAST(replace(CAST(bytes AS TEXT), 'Sri', 'Sro') AS BLOB) WHERE bundle IS NULL",
    ])
    func oneChangedByteTurnsTheStatusRed(change: String) throws {
        let store = try filled()
        #expect(try store.status().state == .working)
        try store.write { try $0.execute(sql: change) }
        #expect(try store.status().state == .damaged)
    }

    @Test func aChangedBundleInFlightTurnsTheStatusRed() throws {
        let store = try filled()
        _ = try SyncPlan.prepare(store)
        try store.write { try $0.execute(sql: "UPDATE bundle SET hash = 'x' WHERE number = 2") }
        #expect(try store.status().state == .damaged)
        let failure = #expect(throws: NodeFailure.self) { try SyncPlan.prepare(store) }
        #expect(failure?.code == .damaged)
    }

    @Test func aDamagedReplicaIsReceivedAnewWhenAPersonAsks() throws {
        let store = try filled()
        try store.write { database in
            try database.execute(sql: "DELETE FROM record WHERE id = 3")
            try database.execute(sql: "UPDATE record SET body = 'text' WHERE id = 1")
        }
        try store.rebuildReplica()
        #expect(try store.status().isRebuilding)
        let absorption = try store.exchange(coordinator) { _, _ in [] }
        #expect(absorption.progress?.agreement == .agrees)
        let status = try store.status()
        #expect(status.state == .working)
        #expect(status.view.count == 3)
        #expect(status.isRebuilding == false)
    }
}
