import GRDB
import SyncProtocol
import Synchronization
import Testing

@testable import NodeKit

@Suite struct PageSizeTests {
    let coordinator = ScriptedCoordinator()

    @Test func fullPagesThatComeFastGrowToTheCeiling() {
        var size = PageSize(changes: 300)
        size.arrived(changes: 300, in: .seconds(1))
        #expect(size.changes == 600)
        size.arrived(changes: 600, in: .seconds(1))
        #expect(size.changes == PageSize.ceiling)
        size.arrived(changes: 1000, in: .zero)
        #expect(size.changes == PageSize.ceiling)
    }

    @Test(arguments: [(299, Duration.seconds(1)), (300, PageSize.fast), (300, PageSize.slow), (25, .seconds(1000))])
    func aShortPageOrAnOrdinaryTimeChangesNothing(count: Int, elapsed: Duration) {
        var size = PageSize(changes: 300)
        size.arrived(changes: count, in: elapsed)
        #expect(size == PageSize(changes: 300))
    }

    @Test func slowPagesShrinkToTheFloor() {
        var size = PageSize(changes: 300)
        let sizes = (0..<5).map { _ in
            size.arrived(changes: 26, in: PageSize.slow + .milliseconds(1))
            return size.changes
        }
        #expect(sizes == [150, 75, 37, 25, 25])
    }

    @Test(arguments: TransportError.Code.allCases)
    func onlyWhatEndsAPageOnItsWayHalvesIt(code: TransportError.Code) {
        var size = PageSize(changes: 300)
        size.lost(code)
        let halves: [TransportError.Code] = [.timeout, .interrupted, .tooLarge]
        #expect(size.changes == (halves.contains(code) ? 150 : 300))
    }

    @Test(arguments: [(Int.min, 25), (24, 25), (25, 25), (1000, 1000), (1001, 1000), (Int.max, 1000)])
    func aStoredSizeIsBroughtWithinTheBounds(stored: Int, size: Int) {
        #expect(PageSize(changes: stored).changes == size)
    }

    @Test func aFirstSyncGetsThroughALineThatCutsLargePages() async throws {
        let store = try Sample.store(coordinator)
        for number in 0..<200 {
            coordinator.put(try Sample.id(100 + number), "loket \(number)")
        }
        // What is longer than about forty records never arrives.
        coordinator.onTheWay { reply in
            guard reply.body.count < 40 * 200 else {
                throw TransportError(code: .interrupted, message: "cut", advice: "again")
            }
            return reply
        }
        let session = SyncSession(store, transport: coordinator, clock: { Stamp(milliseconds: 1_772_409_600_000) })
        var lost = 0
        while case .unreachable = try await session.run().ending {
            lost += 1
            try #require(lost < 20)
        }
        #expect(lost > 0)
        #expect(try store.status().isComplete)
        #expect(try store.status().view.count == 200)
        // Asked for again in another process: the size is remembered, and every page that came has stayed.
        let limits = coordinator.with { $0.requests.map(\.limit) }
        #expect(limits.first == Limits.defaultPageRecords)
        #expect(limits.min() ?? 0 >= PageSize.floor)
        let received = coordinator.with { state in
            state.requests.filter { $0.limit < 40 }.map { $0.cursor?.position ?? 0 }
        }
        #expect(received == received.sorted())
    }

    @Test func aSizeThatChangedIsRememberedAndAnUnchangedOneIsNotWritten() async throws {
        let store = try Sample.store(coordinator)
        coordinator.onTheWay { _ in throw TransportError(code: .timeout, message: "slow", advice: "again") }
        _ = try await SyncSession(store, transport: coordinator).run()
        #expect(try store.outset().size == PageSize(changes: Limits.defaultPageRecords / 2))
        coordinator.onTheWay { $0 }
        let before = try store.read { try Int.fetchOne($0, sql: "SELECT pageSize FROM state") }
        _ = try await SyncSession(store, transport: coordinator).run()
        #expect(coordinator.with { $0.requests.last?.limit } == Limits.defaultPageRecords / 2)
        #expect(try store.read { try Int.fetchOne($0, sql: "SELECT pageSize FROM state") } == before)
    }
}
