import CoordinatorKit
import Negotiation
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
}
