import CoordinatorKit
import GRDB
import SyncProtocol
import Testing

/// A coordinator whose database is proven to be another one answers nothing until a restore.
@Suite struct HaltTests {
    @Test func haltedCoordinatorAnswersUnavailableToEverythingThroughEveryRestart() async throws {
        var region = try TestRegion()
        let code = try await region.invite("disdik")
        try await region.coordinator.halt("two histories")
        let again = try Coordinator(
            store: region.store, keys: region.keys, reducer: ScriptedReducer.reducer, log: TestRegion.quiet)
        for coordinator in [region.coordinator, again] {
            let request = region.desk.request([Statement.put("x", to: nil)])
            let answer = await region.desk.send(request, to: coordinator)
            let problem = try Problem(parsing: answer.body)
            #expect(problem.code == .unavailable)
            #expect(problem.detail.contains("two histories"))
            #expect(problem.answers(request))
            let join = await coordinator.join(
                body: JoinRequest.make(code: code, key: .generate(), box: Sodium.randomBytes(32)).encode())
            #expect(try ExchangeTests.problem(join) == .unavailable)
            #expect(try ExchangeTests.problem(await coordinator.ready()) == .unavailable)
            try await coordinator.boot()
        }
        #expect(try region.store.read { try $0.head().position } == 5)
        #expect(try await again.standing().mode == .halted(reason: "two histories"))
    }

    @Test func laterHeadOfOneAgencyRefusesItAndOfASecondOneHalts() async throws {
        var region = try TestRegion()
        let (first, second) = (try await region.node("disdik"), try await region.node("dinkes"))
        // The first version of the wire has no checkpoint to show.
        var request = first.request()
        request.wire = 1
        request.head = Head(epoch: 1, position: 900)
        for _ in 0..<2 {
            #expect(try ExchangeTests.problem(await first.send(request, to: region.coordinator)) == .unavailable)
        }
        // One agency could lie; the others work on.
        _ = try await region.desk.sync(region.coordinator, [Statement.put("x", to: nil)])
        var other = second.request()
        other.wire = 1
        other.head = Head(epoch: 2, position: 1)
        #expect(try ExchangeTests.problem(await second.send(other, to: region.coordinator)) == .unavailable)
        let answer = await region.desk.send(region.desk.request(), to: region.coordinator)
        #expect(try ExchangeTests.problem(answer) == .unavailable)
    }

    @Test func laterHeadOfThePersonnelAgencyHalts() async throws {
        let region = try TestRegion()
        var request = region.desk.request([Statement.put("x", to: nil)])
        request.head = Head(epoch: 1, position: 4)
        #expect(try ExchangeTests.problem(await region.desk.send(request, to: region.coordinator)) == .unavailable)
        guard case .halted = try await region.coordinator.standing().mode else {
            Issue.record("not halted")
            return
        }
    }

    @Test func everyStartIsInTheJournalAndMakesHistoriesDiffer() async throws {
        let queue = try DatabaseQueue()
        let region = try TestRegion(store: try SQLiteStore(writer: queue))
        let copy = try DatabaseQueue()
        try queue.backup(to: copy)
        try await region.coordinator.boot()
        let other = try SQLiteStore(writer: copy)
        try await Coordinator(
            store: other, keys: region.keys, reducer: ScriptedReducer.reducer, log: TestRegion.quiet
        ).boot()
        let entries = try [region.store, other].map { try $0.read { try $0.entry(at: 4) } }
        #expect(entries[0]?.leaf != nil && entries[0]?.leaf != entries[1]?.leaf)
        for store in [region.store, other] {
            let summary = try JournalVerifier.verify(store, coordinatorKey: region.keys.signing.publicKey)
            #expect(summary.head.position == 4)
        }
    }
}
