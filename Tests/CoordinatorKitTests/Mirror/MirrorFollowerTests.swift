import CoordinatorKit
import GRDB
import StrictJSON
import SyncProtocol
import Testing

/// Nothing is answered that is not in the mirror, and the mirror has no gap.
@Suite struct MirrorFollowerTests {
    @Test func everyGroupIsInTheMirrorBeforeItIsAnswered() async throws {
        let mirror = MemoryMirror()
        var region = try TestRegion(mirror: mirror)
        #expect(mirror.positions == [3])
        _ = try await region.desk.sync(region.coordinator, [Statement.put("x", to: nil), Statement.put("y", to: nil)])
        #expect(mirror.positions == [3, 5])
        _ = try await region.desk.sync(region.coordinator)
        #expect(mirror.positions == [3, 5])
    }

    @Test func nothingIsAnsweredWhileTheMirrorCannotBeWrittenAndTheNextWriteMakesUpForIt() async throws {
        let mirror = MemoryMirror()
        var region = try TestRegion(mirror: mirror)
        let request = region.desk.request([Statement.put("x", to: nil)])
        mirror.fail(2)
        for _ in 0..<2 {
            let answer = await region.desk.send(request, to: region.coordinator)
            #expect(try ExchangeTests.problem(answer) == .unavailable)
        }
        // Decided once, at the first time; answered when the mirror has it.
        let reply = try region.desk.absorb(await region.desk.send(request, to: region.coordinator), of: request)
        #expect(reply.outcomes.map(\.position) == [4])
        #expect(mirror.positions == [3, 4])
        #expect(try await region.desk.sync(region.coordinator).head.position == 4)
    }

    @Test func bundleThatLeftNoEntryIsInTheMirror() async throws {
        let mirror = MemoryMirror()
        var region = try TestRegion(mirror: mirror)
        let operation = Statement.put("x", to: nil)
        _ = try await region.desk.sync(region.coordinator, [operation])
        _ = try await region.desk.sync(region.coordinator, [operation])
        var bundles = 0
        try mirror.read(1) { bundles += $0.bundles.count }
        #expect(bundles == 4)
        #expect(mirror.positions == [3, 4, 4])
    }

    @Test func longJournalComesInSeveralBatchesWithoutAGap() async throws {
        var region = try TestRegion()
        for _ in 0..<4 {
            _ = try await region.desk.sync(
                region.coordinator, (0..<150).map { Statement.put("\($0)", to: nil) })
        }
        let mirror = MemoryMirror()
        _ = try Coordinator(store: region.store, keys: region.keys, mirror: mirror, log: TestRegion.quiet)
        var positions: [Int] = []
        try mirror.read(1) { batch in
            positions += try batch.entries.map { try JournalEntry(parsing: $0).position }
        }
        #expect(positions == Array(1...603))
        #expect(mirror.positions.count > 1)
    }

    @Test func databaseThatIsOlderThanItsMirrorIsRefused() async throws {
        let queue = try DatabaseQueue()
        let mirror = MemoryMirror()
        var region = try TestRegion(store: try SQLiteStore(writer: queue), mirror: mirror)
        let older = try DatabaseQueue()
        try queue.backup(to: older)
        _ = try await region.desk.sync(region.coordinator, [Statement.put("x", to: nil)])
        let keys = region.keys
        #expect { try Coordinator(store: try SQLiteStore(writer: older), keys: keys, mirror: mirror) } throws: {
            ($0 as? StoreFailure)?.code == .mirror
        }
    }

    @Test func mirrorOfAnotherHistoryIsRefused() async throws {
        let mirror = MemoryMirror()
        _ = try TestRegion(mirror: mirror)
        let other = try TestRegion()
        #expect { try Coordinator(store: other.store, keys: other.keys, mirror: mirror) } throws: {
            ($0 as? StoreFailure)?.code == .mirror
        }
    }
}
