import GRDB
import Negotiation
import NodeKit
import SyncProtocol
import Testing

@Suite struct RegistryEffectsTests {
    struct Fault: Error {}

    let coordinator = ScriptedCoordinator()

    @Test func effectsAndTheirDraftsCommitWithThePage() throws {
        let store = try Sample.store(coordinator)
        let id: RecordID = try Sample.id(10)
        coordinator.put(id, "mulai", kind: .transfer)
        let followUp = try Sample.draft(7)
        let changes = Heard()
        let progress = try store.exchange(coordinator) { database, news in
            changes.add(news)
            guard try ReplicaReader(database).record(id) != nil else { throw Fault() }
            try database.execute(sql: "CREATE TABLE moved (id INTEGER PRIMARY KEY)")
            return [followUp]
        }.progress
        #expect(progress?.drafts == 1)
        #expect(progress?.hasMore == true)
        #expect(changes.all.count == 1)
        #expect(try store.pendingEntries().map(\.operation.id) == [followUp.operation.id])
        #expect(try store.read { try $0.tableExists("moved") })
    }

    @Test func failingEffectsUndoTheWholeAbsorption() throws {
        let store = try Sample.store(coordinator)
        coordinator.put(try Sample.id(10), "mulai", kind: .transfer)
        try store.record(try Sample.draft(1))
        _ = try SyncPlan.prepare(store)
        let before = try Sample.dump(store)
        #expect(throws: Fault.self) { try store.exchange(coordinator) { _, _ in throw Fault() } }
        #expect(try Sample.dump(store) == before)
    }

    @Test func effectsAreNotCalledWithoutNews() throws {
        let store = try Sample.store(coordinator)
        #expect(try store.exchange(coordinator) { _, _ in throw Fault() }.progress?.agreement == .agrees)
    }
}
