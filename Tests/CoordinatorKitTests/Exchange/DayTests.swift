import CoordinatorKit
import Negotiation
import ServiceLifecycle
import StrictJSON
import SyncProtocol
import Synchronization
import Testing

@Suite struct DayTests {
    @Test(
        arguments: [
            ("2026-03-02", "2026-03-02", DayProposal.none),
            ("2026-03-01", "2026-03-02", .none),
            ("2026-03-03", "2026-03-02", .advance(to: "2026-03-03")),
            ("2026-03-01", "2026-02-26", .advance(to: "2026-03-01")),
            ("2026-03-01", "2026-02-25", .leap(days: 4)),
            ("2028-03-01", "2028-02-27", .advance(to: "2028-03-01")),
            ("2027-01-01", "2026-01-01", .leap(days: 365)),
            ("soon", "2026-03-02", .none),
        ] as [(String, String, DayProposal)])
    func proposalFollowsFromTheTwoDates(_ today: String, _ last: String, _ expected: DayProposal) {
        #expect(DayProposal(today: today, last: last) == expected)
    }

    @Test func dayOfTheRegionsZoneComesOnce() async throws {
        // 17:30 UTC on 2 March is 01:30 on 3 March in Makassar.
        let region = try TestRegion(isTrial: false, clock: { Moment(secondsSince1970: 1_772_472_600) })
        #expect(try await region.coordinator.proposeDay() == .advance(to: "2026-03-03"))
        #expect(try await region.coordinator.head() == JournalHead(epoch: 1, position: 4, day: "2026-03-03"))
        #expect(try await region.coordinator.proposeDay() == .none)
        _ = try JournalVerifier.verify(region.store, coordinatorKey: region.keys.signing.publicKey)
    }

    @Test func leapOfTheClockWritesNoDay() async throws {
        let region = try TestRegion(isTrial: false, clock: { Moment(secondsSince1970: 1_772_472_600 + 86_400 * 3) })
        #expect(try await region.coordinator.proposeDay() == .leap(days: 4))
        #expect(try await region.coordinator.head().position == 3)
    }

    @Test func clockWritesNoDayInATrialRegion() async throws {
        let region = try TestRegion(isTrial: true, clock: { Moment(secondsSince1970: 1_772_472_600) })
        #expect(try await region.coordinator.proposeDay() == .none)
        #expect(try await region.coordinator.head().position == 3)
    }

    @Test func confirmedLeapWritesTheDayOnce() async throws {
        let region = try TestRegion(isTrial: false, clock: { Moment(secondsSince1970: 1_772_472_600 + 86_400 * 30) })
        #expect(try await region.coordinator.proposeDay() == .leap(days: 31))
        #expect(try await region.coordinator.confirmDay("2026-04-02").kind == .accepted)
        #expect(try await region.coordinator.head() == JournalHead(epoch: 1, position: 4, day: "2026-04-02"))
        #expect(try await region.coordinator.confirmDay("2026-04-02").code == .dayNotLater)
        #expect(try await region.coordinator.confirmDay("soon").code == .badBody)
        #expect(try await region.coordinator.proposeDay() == .none)
        _ = try JournalVerifier.verify(region.store, coordinatorKey: region.keys.signing.publicKey)
    }

    @Test func trialRegionTakesNoConfirmedDayButItsDesks() async throws {
        var region = try TestRegion(isTrial: true)
        #expect(try await region.coordinator.confirmDay("2026-03-03").kind == .rejected)
        let record = try #require(try region.store.read { try $0.records(linked: .kind(.region)).first })
        let reply = try await region.desk.sync(
            region.coordinator,
            [Statement.make("day.advance", record: record.id, body: .object([("to", "2026-03-03")]))])
        #expect(reply.outcomes.map(\.outcome.kind) == [.accepted])
        #expect(reply.day == "2026-03-03")
    }

    @Test(.timeLimit(.minutes(1))) func serviceLetsTheDayComeAndStopsWhenAsked() async throws {
        let region = try TestRegion(isTrial: false, clock: { Moment(secondsSince1970: 1_772_472_600) })
        let service = DayClock(coordinator: region.coordinator, interval: .seconds(3600), log: TestRegion.quiet)
        let group = ServiceGroup(services: [service], logger: TestRegion.quiet)
        async let running: Void = group.run()
        while try await region.coordinator.head().day != "2026-03-03" { await Task.yield() }
        await group.triggerGracefulShutdown()
        try await running
        #expect(try await region.coordinator.head().position == 4)
    }
}
