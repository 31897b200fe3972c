import Personnel
import Testing

struct CivilDateTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017), ("2026-01-05", 20_458),
        ("1900-01-01", -25_567),
    ])
    func dayNumberCountsFrom1970(iso: String, number: Int) throws {
        let date = try #require(CivilDate(iso: iso))
        #expect(date.dayNumber == number)
        #expect(CivilDate(dayNumber: number) == date)
        #expect(date.iso == iso)
    }

    @Test(arguments: [
        "2025-02-29", "1900-02-29", "2025-04-31", "2025-13-01", "2025-00-10", "2025-01-00", "1899-12-31", "2201-01-01",
        "2025-1-01", "2025/01/01", "20250101", "2025-01-01 ", " 2025-01-01", "+025-01-01", "2025-01-0１", "2025-01-011",
        "",
        "-",
    ])
    func textThatIsNoDateIsRefused(text: String) {
        #expect(CivilDate(iso: text) == nil)
    }

    @Test func everyDayOfTheRangeSurvivesItsNumber() {
        var expected = CivilDate.earliest
        for number in CivilDate.earliest.dayNumber...CivilDate.latest.dayNumber {
            let date = CivilDate(dayNumber: number)
            guard date.dayNumber == number, date >= expected, CivilDate(iso: date.iso) == date else {
                Issue.record("day \(number) became \(date)")
                return
            }
            expected = date
        }
        #expect(expected == .latest)
    }

    @Test func arithmeticStopsAtTheBounds() {
        #expect(CivilDate.latest.adding(days: 1) == .latest)
        #expect(CivilDate.latest.adding(days: .max) == .latest)
        #expect(CivilDate.earliest.adding(days: .min) == .earliest)
        #expect(CivilDate.latest.adding(months: 1) == .latest)
        #expect(CivilDate.latest.adding(months: .max) == .latest)
        #expect(CivilDate.earliest.adding(months: -1) == .earliest)
        #expect(CivilDate.earliest.adding(years: .min) == .earliest)
        #expect(CivilDate.latest.adding(years: .max) == .latest)
        #expect(CivilDate(dayNumber: .max) == .latest)
        #expect(CivilDate(dayNumber: .min) == .earliest)
    }

    @Test(arguments: [
        ("2024-01-31", 1, "2024-02-29"), ("2025-01-31", 1, "2025-02-28"), ("2025-03-31", -1, "2025-02-28"),
        ("2025-11-30", 3, "2026-02-28"), ("2025-01-15", -1, "2024-12-15"), ("2025-12-01", 1, "2026-01-01"),
    ])
    func monthsEndAtTheMonthsEnd(from: String, months: Int, result: String) {
        #expect(CivilDate(iso: from)?.adding(months: months).iso == result)
    }

    @Test(arguments: [
        ("1990-05-17", "2025-05-16", 34), ("1990-05-17", "2025-05-17", 35), ("1990-05-17", "2025-05-18", 35),
        ("1992-02-29", "2025-02-27", 32), ("1992-02-29", "2025-02-28", 33), ("2025-05-17", "1990-05-17", 0),
    ])
    func yearsAreFullOnTheAnniversary(from: String, until: String, years: Int) {
        let other = CivilDate(iso: until)
        #expect(other.flatMap { CivilDate(iso: from)?.fullYears(until: $0) } == years)
    }

    @Test func fullMonthsAreTheMostThatFit() {
        var random = SeededGenerator(seed: 20_260_105)
        let numbers = CivilDate.earliest.dayNumber...CivilDate.latest.dayNumber
        for _ in 0..<3000 {
            let first = CivilDate(dayNumber: .random(in: numbers, using: &random))
            let second = CivilDate(dayNumber: .random(in: numbers, using: &random))
            let (from, until) = (min(first, second), max(first, second))
            let months = from.fullMonths(until: until)
            #expect(from.adding(months: months) <= until, "\(from) \(until)")
            let next = from.adding(months: months + 1)
            #expect(next > until || next == .latest, "\(from) \(until)")
            #expect(from.adding(days: from.days(until: until)) == until)
            #expect((first < second) == (first.iso < second.iso))
        }
    }

    @Test func spanHoldsItsBoundsAndNothingElse() throws {
        let span = try #require(DatedSpan(from: day("2025-01-01"), until: day("2025-06-30")))
        #expect(!span.contains(try day("2024-12-31")))
        #expect(span.contains(try day("2025-01-01")))
        #expect(span.contains(try day("2025-06-30")))
        #expect(!span.contains(try day("2025-07-01")))
        #expect(span.fullMonths(on: try day("2025-06-30")) == 5)
        #expect(span.fullMonths(on: try day("2026-01-01")) == 6)
        #expect(DatedSpan(from: try day("2025-01-02"), until: try day("2025-01-01")) == nil)
    }
}
