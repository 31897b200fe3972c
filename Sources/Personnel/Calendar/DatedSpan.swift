/// A stretch of days from a first day to a last day, both included; no last day means that no end is known.
public struct DatedSpan: Hashable, Sendable {
    public let from: CivilDate
    /// The last day that belongs to the span; never before `from`.
    public let until: CivilDate?

    /// Makes a span, or nil when it would end before it begins.
    public init?(from: CivilDate, until: CivilDate?) {
        if let until, until < from {
            return nil
        }
        self.from = from
        self.until = until
    }

    /// Whether the day lies in the span.
    public func contains(_ day: CivilDate) -> Bool {
        from <= day && (until.map { day <= $0 } ?? true)
    }

    /// Whole months of the span that are over on a day; the day after `until` completes the last month.
    public func fullMonths(on day: CivilDate) -> Int {
        guard let until, until < day else { return from.fullMonths(until: day) }
        return from.fullMonths(until: until.adding(days: 1))
    }
}
