import Personnel
import Testing

/// From a day's figures to the people that are asked for: 100 visitors of three minutes in half an hour.
struct SurgeDemandTests {
    private func reading(minutes: Int = 300) throws -> SurgeReading {
        let row = try #require(
            CounterDay(
                unit: "U-1", service: "ktp", day: try day("2026-03-02"), visitors: 100, served: 100, minutes: minutes))
        return SurgeReading(row, past: [], .standard)
    }

    private var settings: SurgeSettings {
        SurgeSettings(target: WaitTarget(seconds: 20, sharePermille: 800))
    }

    @Test(arguments: [(11, 3), (13, 1), (14, 0), (30, 0), (-2, 14)])
    func whoIsThereCounts(present: Int, people: Int) throws {
        let demand = SurgeDemand(try reading(), openMinutes: 30, present: present, settings)
        #expect(demand.people == people)
        switch demand {
        case .ask(_, let service), .enough(let service): #expect(service.agents == 14)
        default: Issue.record("\(demand)")
        }
    }

    @Test func whatNobodyCanSayIsSaid() throws {
        #expect(SurgeDemand(try reading(), openMinutes: 30, present: 1, .standard) == .targetUnset)
        #expect(SurgeDemand(try reading(), openMinutes: 0, present: 1, settings) == .loadUnknown)
        #expect(SurgeDemand(try reading(minutes: 0), openMinutes: 30, present: 1, settings) == .loadUnknown)
        #expect(SurgeDemand(try reading(minutes: 100_000), openMinutes: 1, present: 1, settings) == .beyondAnyTeam)
        #expect(SurgeDemand(try reading(), openMinutes: 30, present: 1, .standard).people == nil)
    }

    @Test func theHeadsNumberIsTakenAsItIs() throws {
        let monday = try day("2026-03-02")
        func stated(_ people: Int, _ reason: String) -> StatedSurge? {
            StatedSurge(unit: "U-1", day: monday, people: people, reason: reason)
        }
        #expect(stated(3, "Loket baru")?.people == 3)
        #expect(stated(200, "Loket baru") != nil && stated(201, "Loket baru") == nil && stated(0, "Loket baru") == nil)
        #expect(stated(3, " - ") == nil && stated(3, String(repeating: "a", count: 1001)) == nil)
    }
}
