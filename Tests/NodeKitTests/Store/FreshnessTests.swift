import Negotiation
import Personnel
import StrictJSON
import SyncProtocol
import Testing

@testable import NodeKit

@Suite struct FreshnessTests {
    /// 2026-03-02T00:00:00Z, a Monday.
    static let monday = Stamp(milliseconds: 1_772_409_600_000)

    private func later(_ days: Int, seconds: Int = 0) -> Stamp {
        Stamp(milliseconds: Self.monday.milliseconds + (days * 86_400 + seconds) * 1000)
    }

    private func complete(_ syncs: Int = 1, everyDays: Int = 1, moves: Bool = true) -> Freshness {
        var freshness = Freshness()
        for number in 0..<syncs {
            freshness.heard(hasMoved: number == 0 || moves, isComplete: true, at: later(number * everyDays))
        }
        return freshness
    }

    private func doubts(
        _ freshness: Freshness, day: String = "2026-03-02", isTrial: Bool = false, pace: Int? = 900, at now: Stamp
    ) throws -> [Freshness.Doubt] {
        freshness.doubts(day: CivilDate(iso: day), isTrial: isTrial, pace: pace, at: now)
    }

    @Test func aNodeThatNeverWasCompleteHasNoDoubts() throws {
        #expect(try doubts(Freshness(), at: later(1000)) == [])
    }

    @Test func aViewIsOutdatedOneSecondAfterTheLimit() throws {
        let limit = Freshness.staleSeconds(pace: 900)
        #expect(limit == Freshness.staleFloorSeconds)
        #expect(try doubts(complete(), at: later(0, seconds: limit)) == [])
        #expect(try doubts(complete(), at: later(0, seconds: limit + 1)) == [.outdated])
    }

    @Test func aLongPauseOfTheCoordinatorsOwnIsWaitedFor() throws {
        let week = 604_800
        #expect(Freshness.staleSeconds(pace: week) == 3 * week)
        #expect(try doubts(complete(), pace: week, at: later(0, seconds: 3 * week)) == [])
        #expect(try doubts(complete(), pace: week, at: later(0, seconds: 3 * week + 1)) == [.outdated])
    }

    @Test(arguments: [("2026-02-27", false), ("2026-02-26", true)])
    func aDayThatWasOldWhenItCameIsDoubted(day: String, isOld: Bool) throws {
        #expect(try doubts(complete(), day: day, at: Self.monday) == (isOld ? [.oldDay] : []))
        #expect(try doubts(complete(), day: day, isTrial: true, at: Self.monday) == [])
    }

    @Test(arguments: [("2026-03-03", false), ("2026-03-04", true)])
    func aDayAheadOfTheClockIsDoubted(day: String, isAhead: Bool) throws {
        #expect(try doubts(complete(), day: day, at: Self.monday) == (isAhead ? [.dayAhead] : []))
    }

    @Test func aServerOnWhichNothingMovesForDaysIsDoubted() throws {
        let still = complete(5, moves: false)
        #expect(try doubts(still, day: "2026-03-05", at: later(4)) == [.frozen])
        #expect(try doubts(still, day: "2026-03-05", isTrial: true, at: later(4)) == [])
        #expect(try doubts(complete(4, moves: false), day: "2026-03-05", at: later(3)) == [])
        #expect(try doubts(complete(5), day: "2026-03-05", at: later(4)) == [])
        // Two syncs are no series, however far apart they are.
        #expect(try doubts(complete(2, everyDays: 30, moves: false), day: "2026-03-31", at: later(30)) == [])
    }

    @Test func aMovementOnAnEarlierPageCounts() throws {
        var freshness = complete(5, moves: false)
        freshness.heard(hasMoved: true, isComplete: false, at: later(5))
        freshness.heard(hasMoved: false, isComplete: true, at: later(5))
        #expect(try doubts(freshness, day: "2026-03-07", at: later(5)) == [])
    }

    @Test func aSyncKeepsWhenTheViewWasCompleteAndStatusSaysSo() throws {
        let coordinator = ScriptedCoordinator()
        let store = try Sample.store(coordinator)
        coordinator.put(try Sample.id(10), "satu")
        coordinator.put(try Sample.id(11), "dua")
        _ = try store.exchange(coordinator, pageLimit: 1)
        #expect(try store.status(at: Self.monday).completeAt == nil)
        _ = try store.exchange(coordinator, pageLimit: 1)
        let status = try store.status(at: Self.monday)
        #expect(status.completeAt == Self.monday)
        #expect(status.doubts == [])
        #expect(try store.status(at: later(5)).doubts == [.outdated])
    }

    @Test func statusSaysSinceWhenTheOldestOperationWaits() throws {
        let store = try Sample.store(ScriptedCoordinator())
        #expect(try store.status().unsentSince == nil)
        try store.record(try Sample.draft(1))
        #expect(try store.status().unsentSince == "2026-03-02T08:00:00Z")
        _ = try SyncPlan.prepare(store)
        #expect(try store.status().unsentSince == "2026-03-02T08:00:00Z")
    }
}
