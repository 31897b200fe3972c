/// How one day of one service at one counter stands against an ordinary day.
public struct SurgeReading: Hashable, Sendable {
    public let day: CounterDay
    /// Nil when too few ordinary days are known: then no ratio and no alarm, and the head's own number is asked for.
    public let baseline: CounterBaseline?
    /// Visitors against the baseline in per mille, rounded down.
    public let ratioPermille: Int?
    /// The known period that the day lies in; an alarm on such a day was to be expected.
    public let expected: KnownPeriod?
    public let alarmPermille: Int

    /// Reads one day against the days before it at the same counter.
    ///
    /// - Parameter past: days of any counter and service; others than this one's are passed over.
    public init(_ day: CounterDay, past: [CounterDay], _ settings: SurgeSettings) {
        let own = past.filter { $0.unit.utf8.elementsEqual(day.unit.utf8) }
        self.day = day
        baseline = CounterBaseline(for: day.day, service: day.service, past: own, settings)
        ratioPermille = baseline?.ratioPermille(of: day.visitors)
        expected = settings.calendar.period(on: day.day, of: day.service)
        alarmPermille = settings.alarmPermille
    }

    /// Whether the ratio is above the policy's; nil when there is no baseline.
    public var isAlarm: Bool? { ratioPermille.map { $0 > alarmPermille } }

    /// The load that people at the counter meet: today's visitors, each as long as today or else as usual; nil when no day
    /// says how long a visitor takes, or the opening time is not positive.
    public func load(openMinutes: Int) -> CounterLoad? {
        (day.handlingSeconds ?? baseline?.handlingSeconds).flatMap {
            CounterLoad(visitors: day.visitors, handlingSeconds: $0, openSeconds: Saturating.product(openMinutes, 60))
        }
    }
}
