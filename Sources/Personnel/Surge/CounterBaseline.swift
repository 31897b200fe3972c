/// What an ordinary day of one service at one counter looks like: the median of the same weekday over the past weeks.
///
/// Counters live by the week: a Monday is compared with Mondays. A median is not moved by one day on which the network was
/// down or a school sent its pupils, where a mean would be. Left out are the day itself, days of the known calendar, days
/// on which nobody came (the counter was closed), and whatever lies further back than the policy's weeks; a week in which
/// the counter did not report gives no day. With fewer days than the policy asks for there is no baseline.
///
/// All arithmetic is in integers. The median of an even number of days is the mean of the two in the middle, so it is kept
/// doubled.
public struct CounterBaseline: Hashable, Sendable {
    /// Weeks that a baseline can reach back.
    static let weeks = 1...104

    /// The visitors of an ordinary day, times two; at least 2.
    public let doubledVisitors: Int
    /// How long a visitor usually takes: the median of the days, in seconds; nil when none of them states it.
    public let handlingSeconds: Int?
    /// The days it was made of, the earliest first.
    public let days: [CivilDate]

    /// The first day that a baseline for a day can reach back to.
    public static func reach(of day: CivilDate, _ settings: SurgeSettings) -> CivilDate {
        day.adding(days: -7 * weeks(settings))
    }

    private static func weeks(_ settings: SurgeSettings) -> Int {
        min(max(settings.baselineWeeks, weeks.lowerBound), weeks.upperBound)
    }

    /// The baseline of a service at a counter for a day; nil when there are too few ordinary days before it.
    ///
    /// - Parameter past: days of this counter and service, in any order; of two rows for one day the one with more visitors
    ///   counts.
    public init?(for day: CivilDate, service: String, past: [CounterDay], _ settings: SurgeSettings) {
        let weeks = Self.weeks(settings)
        var ordinary: [CivilDate: CounterDay] = [:]
        for row in past where row.visitors > 0 && row.service.utf8.elementsEqual(service.utf8) {
            let distance = row.day.days(until: day)
            guard distance > 0, distance % 7 == 0, distance / 7 <= weeks else { continue }
            guard settings.calendar.period(on: row.day, of: service) == nil else { continue }
            if let known = ordinary[row.day], known.visitors >= row.visitors { continue }
            ordinary[row.day] = row
        }
        guard ordinary.count >= max(settings.baselineDays, 1),
            let doubled = Self.doubledMedian(ordinary.values.map(\.visitors))
        else { return nil }
        doubledVisitors = doubled
        handlingSeconds = Self.doubledMedian(ordinary.values.compactMap(\.handlingSeconds)).map { ($0 + 1) / 2 }
        days = ordinary.keys.sorted()
    }

    /// The visitors of an ordinary day, rounded to the nearest.
    public var visitors: Int { (doubledVisitors + 1) / 2 }

    /// So many visitors against an ordinary day in per mille, rounded down.
    public func ratioPermille(of visitors: Int) -> Int {
        min(max(visitors, 0), CounterDay.largestCount) * 2000 / doubledVisitors
    }

    /// Twice the median; nil of nothing.
    static func doubledMedian(_ numbers: [Int]) -> Int? {
        guard !numbers.isEmpty else { return nil }
        let sorted = numbers.sorted()
        return sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
    }
}
