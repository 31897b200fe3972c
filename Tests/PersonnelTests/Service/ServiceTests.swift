import Personnel
import Testing

struct ServiceTests {
    private func figure(
        _ from: String, _ until: String, skm: Int? = nil, queue: Int? = nil, unit: String = "U-1",
        entered: String? = nil
    ) throws -> ServiceFigure {
        let span = try #require(DatedSpan(from: try day(from), until: try day(until)))
        return try #require(
            ServiceFigure(
                unit: unit, span: span, skmHundredths: skm, queueMinutes: queue, entered: try day(entered ?? until)))
    }

    private func comparison(_ figures: [ServiceFigure], starts: [String] = ["2026-03-01"]) throws -> ServiceComparison {
        try #require(ServiceComparison(unit: "U-1", figures: figures, starts: try starts.map(day)))
    }

    /// PermenPANRB 14/2017: each grade's first and last value.
    @Test(arguments: [
        (10_000, ServiceGrade.a), (8831, .a), (8830, .b), (7661, .b), (7660, .c), (6500, .c), (6499, .d), (2500, .d),
    ])
    func gradesTurnAtTheirMarks(hundredths: Int, grade: ServiceGrade) {
        #expect(ServiceGrade(hundredths: hundredths) == grade)
    }

    @Test func figuresOutOfTheirRangeAreRefused() throws {
        let year = try #require(DatedSpan(from: try day("2025-01-01"), until: try day("2025-12-31")))
        let open = try #require(DatedSpan(from: try day("2025-01-01"), until: nil))
        func figure(_ span: DatedSpan, _ skm: Int?, _ queue: Int?) -> ServiceFigure? {
            ServiceFigure(unit: "U", span: span, skmHundredths: skm, queueMinutes: queue, entered: span.from)
        }
        #expect(figure(year, 2499, nil) == nil)
        #expect(figure(year, 10_001, nil) == nil)
        #expect(figure(year, nil, 1_441) == nil)
        #expect(figure(year, nil, -1) == nil)
        #expect(figure(year, nil, nil) == nil)
        #expect(figure(open, 8000, 3) == nil)
        #expect(figure(year, 8000, 0)?.grade == .b)
    }

    @Test func aBaselineHandedInAfterTheStartIsNone() throws {
        let after = try figure("2027-01-01", "2027-12-31", skm: 8900)
        let late = try figure("2025-01-01", "2025-12-31", skm: 7600, entered: "2026-03-01")
        #expect(try comparison([late, after]).skm == .noBaseline)
        #expect(try comparison([late, after]).enteredLate == 1)
        let inTime = try figure("2024-01-01", "2024-12-31", skm: 7000, entered: "2026-02-28")
        #expect(try comparison([late, inTime, after]).skm == .changed(before: 7000, after: 8900, cautions: []))
    }

    @Test func theLastBeforeIsLaidAgainstTheLastAfter() throws {
        let found = try comparison([
            figure("2027-01-01", "2027-12-31", skm: 8900, queue: 12), figure("2024-01-01", "2024-12-31", skm: 7000),
            figure("2025-01-01", "2025-12-31", skm: 7600, queue: 40),
            figure("2026-07-01", "2026-12-31", skm: 8000), figure("2025-01-01", "2025-12-31", skm: 9900, unit: "U-2"),
        ])
        #expect(found.skm == .changed(before: 7600, after: 8900, cautions: []))
        #expect(found.queueMinutes == .changed(before: 40, after: 12, cautions: []))
        #expect(found.straddling == 0)
    }

    @Test func withoutAFigureBeforeTheStartThereIsNoBefore() throws {
        let found = try comparison([
            figure("2026-01-01", "2026-12-31", skm: 7600), figure("2027-01-01", "2027-12-31", skm: 8900, queue: 3),
        ])
        #expect(found.skm == .noBaseline)
        #expect(found.queueMinutes == .noBaseline)
        #expect(found.straddling == 1)
    }

    @Test func theDayOfTheStartIsAfter() throws {
        let before = try figure("2025-02-01", "2026-02-28", skm: 7600)
        let after = try figure("2026-03-01", "2027-02-28", skm: 7700)
        #expect(try comparison([before, after]).skm == .changed(before: 7600, after: 7700, cautions: []))
        let straddling = try figure("2025-02-01", "2026-03-01", skm: 7600)
        #expect(try comparison([straddling, after]).skm == .noBaseline)
    }

    @Test func nothingMeasuredSinceIsSaid() throws {
        let found = try comparison([figure("2025-01-01", "2025-12-31", skm: 7600)])
        #expect(found.skm == .noFigureAfter(before: 7600))
        #expect(found.queueMinutes == .noBaseline)
        #expect(ServiceComparison(unit: "U-1", figures: [], starts: []) == nil)
    }

    @Test func whatHasToBeReadWithCareIsNamed() throws {
        let june = try figure("2025-06-01", "2025-06-30", queue: 40)
        #expect(
            try comparison([june, figure("2026-06-01", "2026-06-30", queue: 20)]).queueMinutes
                == .changed(before: 40, after: 20, cautions: []))
        #expect(
            try comparison([june, figure("2026-04-01", "2026-04-10", queue: 20)]).queueMinutes
                == .changed(before: 40, after: 20, cautions: [.otherSeason, .shortTime]))
        #expect(
            try comparison(
                [june, figure("2026-06-01", "2026-06-30", queue: 20)],
                starts: ["2026-06-30", "2026-03-01", "2026-07-01"]
            ).queueMinutes == .changed(before: 40, after: 20, cautions: [.moreStarts]))
    }
}
