import Negotiation
import NodeKit
import SyncProtocol
import Testing

@Suite struct LostReplyTests {
    let coordinator = ScriptedCoordinator()

    @Test func aLostReplyIsAskedForAgainWithTheSameBytes() throws {
        let store = try Sample.store(coordinator)
        try store.record(try Sample.draft(1))
        let first = try SyncPlan.prepare(store)
        _ = try coordinator.answer(first.transportRequest(to: ""))
        try store.record(try Sample.draft(2))
        let second = try SyncPlan.prepare(store)
        #expect(second.bytes == first.bytes)
        #expect(second.signature == first.signature)
        let progress = try #require(try store.exchange(coordinator).progress)
        #expect(progress.outcomes.map(\.position) == [1])
        #expect(progress.drafts == 1)
        #expect(try store.exchange(coordinator).progress?.outcomes.map(\.position) == [2])
    }

    @Test func anExchangeWithoutABundleStaysWithoutOne() throws {
        let store = try Sample.store(coordinator)
        let first = try SyncPlan.prepare(store)
        try store.record(try Sample.draft(1))
        #expect(try SyncPlan.prepare(store).bytes == first.bytes)
        #expect(try store.exchange(coordinator).progress?.drafts == 1)
    }

    @Test func whatABundleTookCanNoLongerBeChanged() throws {
        let store = try Sample.store(coordinator)
        let draft = try Sample.draft(1)
        try store.record(draft)
        _ = try SyncPlan.prepare(store)
        #expect(try store.entry(draft.operation.id)?.state == .inFlight(bundle: 1))
        #expect(throws: NodeFailure.self) { try store.withdraw(draft.operation.id) }
        #expect(throws: NodeFailure.self) { try store.replace(try Sample.draft(1, text: "y")) }
        #expect(try store.entry(draft.operation.id)?.operation.bytes == draft.operation.bytes)
    }

    @Test func aCopyThatFellBehindIsToldSoAndKeepsItsDrafts() throws {
        let folder = try NodeFolder()
        let identity = try Sample.identity(coordinator: coordinator.key)
        let store = try NodeStore.create(folder.data, identity: identity)
        let copy = try Sample.store(coordinator)
        _ = try store.exchange(coordinator)
        _ = try store.exchange(coordinator)
        try copy.record(try Sample.draft(1))
        guard case .refused(let problem, isProven: true) = try copy.exchange(coordinator) else {
            Issue.record("expected a proven refusal")
            return
        }
        #expect(problem.code == .stale)
        #expect(try copy.status().state == .stale)
        #expect(try copy.status().inFlight == 1)
    }
}
