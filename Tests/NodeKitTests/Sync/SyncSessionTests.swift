import GRDB
import Negotiation
import NodeKit
import SyncProtocol
import Testing

@Suite struct SyncSessionTests {
    let coordinator = ScriptedCoordinator()

    private func isComplete(_ report: SyncReport) -> Bool {
        if case .complete = report.ending { true } else { false }
    }

    @Test func aSyncSendsAndReceivesEverything() async throws {
        let store = try Sample.store(coordinator)
        for number in 0..<7 {
            coordinator.put(try Sample.id(100 + number), "loket \(number)")
        }
        try store.record(try (1...201).map { try Sample.draft($0) })
        let report = try await SyncSession(store, transport: coordinator, pageLimit: 3).run()
        #expect(isComplete(report))
        #expect(report.outcomes.count == 201)
        #expect(report.changes == 7)
        #expect(report.exchanges == 3)
        #expect(report.agreement == .agrees)
        #expect(report.nextSeconds == 60)
    }

    @Test func whatEffectsDraftIsSentInTheSameSync() async throws {
        let store = try Sample.store(coordinator)
        coordinator.put(try Sample.id(10), "mulai", kind: .transfer)
        let followUp = try Sample.draft(7)
        let session = SyncSession(store, transport: coordinator, registryEffects: { _, _ in [followUp] })
        let report = try await session.run()
        #expect(report.outcomes.map(\.operation) == [followUp.operation.id])
    }

    @Test func aMismatchIsHealedWithinTheSync() async throws {
        let store = try Sample.store(coordinator)
        coordinator.put(try Sample.id(10), "satu")
        coordinator.put(try Sample.id(11), "dua")
        let session = SyncSession(store, transport: coordinator)
        _ = try await session.run()
        try store.write { try $0.execute(sql: "UPDATE record SET revision = 9 WHERE id = 1") }
        #expect(try store.status().state == .damaged)
        coordinator.put(try Sample.id(10), "satu lagi")
        #expect(isComplete(try await session.run()))
        #expect(try store.status().state == .working)
        #expect(try store.status().view.count == 2)
    }

    @Test func roundsHaveALimit() async throws {
        let store = try Sample.store(coordinator)
        for number in 0..<5 {
            coordinator.put(try Sample.id(100 + number), "loket \(number)")
        }
        let report = try await SyncSession(store, transport: coordinator, pageLimit: 1).run(rounds: 2)
        guard case .roundLimit = report.ending else {
            Issue.record("expected the limit of rounds")
            return
        }
        #expect(report.exchanges == 2)
    }

    @Test func whatDoesNotArriveEndsTheSyncWithoutARepeat() async throws {
        let store = try Sample.store(coordinator)
        try store.record(try Sample.draft(1))
        coordinator.onTheWay { _ in
            throw TransportError(code: .interrupted, message: "lost", advice: "again")
        }
        let session = SyncSession(store, transport: coordinator)
        guard case .unreachable(let error) = try await session.run().ending else {
            Issue.record("expected no reply")
            return
        }
        #expect(error.code == .interrupted)
        #expect(coordinator.with { $0.requests.count } == 1)
        coordinator.onTheWay { $0 }
        #expect(try await session.run().outcomes.map(\.position) == [1])
        #expect(coordinator.with { $0.head } == 1)
    }

    @Test func aCancelledSyncSendsNothingMore() async throws {
        let store = try Sample.store(coordinator)
        let session = SyncSession(store, transport: coordinator)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await session.run()
        }
        guard case .cancelled = try await task.value.ending else {
            Issue.record("expected a cancelled sync")
            return
        }
        #expect(coordinator.with { $0.requests.isEmpty })
    }

    @Test func whatIsHandedInDoesNotLiftTheRetryAfterOfARecovery() {
        var report = SyncReport(ending: .roundLimit)
        report.add(TransportReply(status: 503, headers: [("retry-after", "40")]))
        report.add(TransportReply(status: 200))
        #expect(report.retryAfterSeconds == 40)
        report.add(TransportReply(status: 503))
        #expect(report.retryAfterSeconds == nil)
    }

    @Test func retryAfterOfARefusalIsReported() async throws {
        let store = try Sample.store(coordinator)
        coordinator.with { $0.problem = Problem(.busy) }
        coordinator.onTheWay { reply in
            var reply = reply
            reply.headers.append(("retry-after", "17"))
            return reply
        }
        #expect(try await SyncSession(store, transport: coordinator).run().retryAfterSeconds == 17)
    }

    @Test func twoAgentsOnOneDatabaseTakeTurns() async throws {
        let folder = try NodeFolder()
        let first = try NodeStore.create(folder.data, identity: try Sample.identity(coordinator: coordinator.key))
        let second = try NodeStore.open(folder.data)
        try first.record(try Sample.draft(1))
        let lock = try SyncLock(folder.data)
        let failure = await #expect(throws: NodeFailure.self) {
            try await SyncSession(second, transport: coordinator).run()
        }
        #expect(failure?.code == .syncing)
        withExtendedLifetime(lock) {}
    }

    @Test func aReplyIsAbsorbedOnceWhoeverAskedForIt() throws {
        let folder = try NodeFolder()
        let first = try NodeStore.create(folder.data, identity: try Sample.identity(coordinator: coordinator.key))
        let second = try NodeStore.open(folder.data)
        try first.record(try Sample.draft(1))
        let (one, two) = (try SyncPlan.prepare(first), try SyncPlan.prepare(second))
        #expect(one.bytes == two.bytes)
        let replies = try [one, two].map { try coordinator.answer($0.transportRequest(to: "")) }
        #expect(try SyncPlan.absorb(second, replies[1], of: two).progress?.outcomes.count == 1)
        #expect(try SyncPlan.absorb(first, replies[0], of: one).noise == .overtaken)
        #expect(try first.exchange(coordinator).progress?.agreement == .agrees)
        #expect(try second.exchange(coordinator).progress?.agreement == .agrees)
    }
}
