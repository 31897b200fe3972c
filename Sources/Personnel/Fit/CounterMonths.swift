/// How long a person has served at counters, without saying when.
public struct CounterMonths: Hashable, Sendable {
    /// Whole months by service.
    public var byService: [String: Int]
    /// Whole months at any counter; two services at the same time count once.
    public var all: Int

    public init(byService: [String: Int], all: Int) {
        self.byService = byService
        self.all = all
    }

    /// What the experience says up to a day.
    public init(_ experience: [CounterExperience], on day: CivilDate) {
        byService = Dictionary(grouping: experience, by: \.service).mapValues { rows in
            Self.months(rows.map(\.span), on: day)
        }
        all = Self.months(experience.map(\.span), on: day)
    }

    /// The months at some services; none named means any counter.
    public func months(at services: [String]) -> Int {
        if services.isEmpty { return max(all, 0) }
        let sum = byService.reduce(0) { sum, entry in
            services.contains { LooseText.matches($0, entry.key) } ? Saturating.sum(sum, max(entry.value, 0)) : sum
        }
        return min(sum, max(all, 0))
    }

    /// The whole months of several spans, those that meet or overlap counted as one.
    private static func months(_ spans: [DatedSpan], on day: CivilDate) -> Int {
        var total = 0
        var open: (from: CivilDate, end: CivilDate)?
        for span in spans.sorted(by: { $0.from < $1.from }) where span.from <= day {
            // The first day after the span.
            let end = min(span.until ?? day, day).adding(days: 1)
            if let running = open, span.from <= running.end {
                open = (running.from, max(running.end, end))
            } else {
                total += open.map { $0.from.fullMonths(until: $0.end) } ?? 0
                open = (span.from, end)
            }
        }
        return total + (open.map { $0.from.fullMonths(until: $0.end) } ?? 0)
    }
}
