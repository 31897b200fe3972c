import Testing

@testable import CoordinatorKit

@Suite struct MomentTests {
    @Test(
        arguments: [
            ("2026-03-02T00:00:00Z", true), ("2026-03-02T08:00:00+08:00", true), ("2026-03-02T00:00:01Z", false),
            ("2026-03-02T07:59:59+07:00", false), ("2026-03-02T00:00:00.500Z", false),
            ("2026-03-01T23:59:59.999Z", true),
            ("2026-03-02", nil), ("tomorrow", nil), ("", nil),
        ] as [(String, Bool?)])
    func expiryIsComparedInEveryZoneAndOnlyWhenItIsAMoment(_ text: String, _ expected: Bool?) {
        #expect(TestRegion.morning.hasReached(text) == expected)
    }

    @Test func textIsRFC3339InUTC() {
        #expect(TestRegion.morning.text == "2026-03-02T00:00:00Z")
    }

    @Test func dayIsThatOfTheZone() {
        let late = Moment(secondsSince1970: 1_772_472_600)
        #expect(late.day(in: "UTC") == "2026-03-02")
        #expect(late.day(in: "Asia/Makassar") == "2026-03-03")
        #expect(late.day(in: "Asia/Atlantis") == nil)
    }
}
