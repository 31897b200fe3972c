import Personnel
import Testing

/// Baselines, ratios and alarms of a counter. 2026-03-02 is a Monday.
struct CounterTests {
    private let monday = "2026-03-02"

    private func row(
        _ iso: String, _ visitors: Int, service: String = "ktp", unit: String = "U-1", minutes: Int? = nil
    ) throws -> CounterDay {
        try #require(
            CounterDay(
                unit: unit, service: service, day: try day(iso), visitors: visitors, served: visitors,
                minutes: minutes ?? visitors * 6))
    }

    /// Mondays before the asked one, the nearest first.
    private func mondays(_ visitors: [Int], service: String = "ktp", minutes: Int = 6) throws -> [CounterDay] {
        try visitors.enumerated().map { index, count in
            let monday = try day(monday).adding(days: -7 * (index + 1))
            return try row(monday.iso, count, service: service, minutes: count * minutes)
        }
    }

    private func reading(
        _ visitors: Int, past: [CounterDay], settings: SurgeSettings = .standard
    ) throws -> SurgeReading {
        SurgeReading(try row(monday, visitors), past: past, settings)
    }

    @Test func theMedianOfMondaysIsTheBaseline() throws {
        let reading = try reading(130, past: mondays([100, 90, 400, 110, 80]))
        #expect(reading.baseline?.visitors == 100)
        #expect(reading.ratioPermille == 1300)
        #expect(reading.isAlarm == true)
    }

    @Test func anEvenNumberOfDaysHasTheMiddleOfTwo() throws {
        let baseline = try #require(try reading(0, past: mondays([100, 103, 90, 400])).baseline)
        #expect(baseline.doubledVisitors == 203)
        #expect(baseline.visitors == 102)
        #expect(baseline.ratioPermille(of: 203) == 2000)
    }

    @Test(arguments: [(120, false), (121, true), (0, false)])
    func anAlarmBeginsAboveTheMark(visitors: Int, isAlarm: Bool) throws {
        #expect(try reading(visitors, past: mondays([100, 100, 100])).isAlarm == isAlarm)
    }

    @Test func otherWeekdaysAreNotCompared() throws {
        let tuesdays = try ["2026-02-24", "2026-02-17", "2026-02-10"].map { try row($0, 900) }
        #expect(try reading(100, past: mondays([100, 100, 100]) + tuesdays).ratioPermille == 1000)
        #expect(try reading(100, past: tuesdays).baseline == nil)
    }

    @Test func olderWeeksFutureDaysAndOtherCountersAreNotCompared() throws {
        var settings = SurgeSettings.standard
        settings.baselineWeeks = 3
        let past =
            try mondays([100, 100, 100, 900, 900, 900, 900])
            + [row("2026-03-09", 900), row(monday, 900), row("2026-02-23", 900, unit: "U-2")]
            + mondays([900, 900, 900], service: "nikah")
        let reading = try reading(100, past: past, settings: settings)
        #expect(reading.ratioPermille == 1000)
        #expect(reading.baseline?.days == (try ["2026-02-09", "2026-02-16", "2026-02-23"].map(day)))
    }

    @Test func closedAndMissingDaysGiveNoBaseline() throws {
        let reading = try reading(500, past: mondays([100, 0, 0, 100]))
        #expect(reading.baseline == nil)
        #expect(reading.ratioPermille == nil)
        #expect(reading.isAlarm == nil)
    }

    @Test func knownRushesStayOutOfTheBaseline() throws {
        var settings = SurgeSettings.standard
        let span = try #require(DatedSpan(from: try day("2026-02-16"), until: try day("2026-02-23")))
        settings.calendar = [KnownPeriod(name: "Pendaftaran CPNS", span: span, services: ["ktp"])]
        // Two of the three busy Mondays lie in the period.
        let past = try mondays([300, 300, 300, 100, 100])
        #expect(try reading(90, past: past, settings: settings).ratioPermille == 900)
        #expect(try reading(90, past: past).ratioPermille == 300)
        settings.calendar[0] = KnownPeriod(name: "Masuk sekolah", span: span, services: ["nikah"])
        #expect(try reading(90, past: past, settings: settings).ratioPermille == 300)
    }

    @Test func aKnownRushIsExpectedAndStillAnAlarm() throws {
        var settings = SurgeSettings.standard
        let name = "Pendaftaran CPNS"
        let from = try day("2026-03-01")
        settings.calendar = [KnownPeriod(name: name, span: try #require(DatedSpan(from: from, until: nil)))]
        let reading = try reading(200, past: mondays([100, 100, 100]), settings: settings)
        #expect(reading.expected?.name == name)
        #expect(reading.isAlarm == true)
        #expect(try self.reading(200, past: []).expected == nil)
    }

    @Test func whatComesIsShownAhead() throws {
        func period(_ name: String, _ from: String, _ until: String) throws -> KnownPeriod {
            KnownPeriod(name: name, span: try #require(DatedSpan(from: try day(from), until: try day(until))))
        }
        let calendar = [
            try period("d", "2026-05-02", "2026-05-03"), try period("c", "2026-05-01", "2026-05-01"),
            try period("b", "2026-02-01", "2026-03-02"), try period("a", "2026-02-01", "2026-03-01"),
        ]
        #expect(calendar.ahead(of: try day(monday), days: 60).map(\.name) == ["b", "c"])
        #expect(calendar.ahead(of: try day(monday), days: -9).map(\.name) == ["b"])
    }

    @Test func loadTakesTheTimeOfTheDayOrElseTheUsualOne() throws {
        let past = try mondays([100, 100, 100], minutes: 8)
        let today = try row(monday, 200, minutes: 0)
        let usual = SurgeReading(today, past: past, .standard).load(openMinutes: 480)
        #expect(usual == CounterLoad(visitors: 200, handlingSeconds: 480, openSeconds: 28_800))
        #expect(try reading(200, past: past).load(openMinutes: 480)?.handlingSeconds == 360)
        #expect(SurgeReading(today, past: [], .standard).load(openMinutes: 480) == nil)
        #expect(try reading(200, past: past).load(openMinutes: .max) == nil)
    }

    @Test func aUnitWeighsItsServicesByTheirLength() throws {
        let past =
            try mondays([100, 100, 100], minutes: 2) + mondays([10, 10, 10], service: "cerai", minutes: 60)
        func surge(_ stamps: Int, _ deeds: Int) throws -> UnitSurge {
            UnitSurge(
                [
                    SurgeReading(try row(monday, stamps), past: past, .standard),
                    SurgeReading(try row(monday, deeds, service: "cerai"), past: past, .standard),
                    SurgeReading(try row(monday, 7, service: "baru", minutes: 0), past: past, .standard),
                ], .standard)
        }
        // 200 + 600 minutes on an ordinary day.
        #expect(try surge(140, 10).ratioPermille == 1100)
        #expect(try surge(100, 14).ratioPermille == 1300)
        #expect(try surge(100, 14).isAlarm == true)
        #expect(try surge(100, 10).leftOut == ["baru"])
        #expect(UnitSurge([], .standard).isAlarm == nil)
    }

    @Test func theHeadsOwnNumberHasAReason() throws {
        func stated(_ people: Int, _ reason: String) throws -> StatedSurge? {
            StatedSurge(unit: "U-1", day: try day(monday), people: people, reason: reason)
        }
        #expect(try stated(3, "Loket baru tanpa antrean digital") != nil)
        #expect(try stated(3, " . ") == nil)
        #expect(try stated(0, "alasan") == nil)
        #expect(try stated(1001, "alasan") == nil)
        #expect(try stated(3, String(repeating: "a", count: 1001)) == nil)
    }

    @Test func rowsBeyondAnyCounterAreRefused() throws {
        func row(_ visitors: Int, _ served: Int, _ minutes: Int) throws -> CounterDay? {
            CounterDay(
                unit: "U", service: "s", day: try day(monday), visitors: visitors, served: served, minutes: minutes)
        }
        #expect(try row(-1, 0, 0) == nil)
        #expect(try row(0, -1, 0) == nil)
        #expect(try row(0, 0, -1) == nil)
        #expect(try row(1_000_001, 0, 0) == nil)
        #expect(try row(10, 0, 100)?.handlingSeconds == nil)
        #expect(try row(10, 3, 10)?.handlingSeconds == 200)
        #expect(try row(10, 1000, 1)?.handlingSeconds == 1)
    }

    @Test func senselessSettingsDoNotTrap() throws {
        let settings = SurgeSettings(
            alarmPermille: .min, baselineWeeks: .max, baselineDays: .min, donorPermille: .max, aheadDays: .max)
        let reading = SurgeReading(try row(monday, 1_000_000, minutes: 1), past: try mondays([1]), settings)
        #expect(reading.ratioPermille == 1_000_000_000)
        #expect(settings.calendar.ahead(of: try day(monday), days: .max).isEmpty)
    }
}
