import Personnel
import StrictJSON

/// The time for an objection against a decree and for the decision on it (PP 79/2021): counted from stated dates.
///
/// `{"days","decideDays","counts":"calendar" or "working","holidays":[date]}`. The day from which it is counted is not counted
/// itself. Working days are Monday to Friday without the holidays.
public struct ObjectionTime: Equatable, Sendable {
    public enum Counting: String, Sendable, CaseIterable {
        case calendar
        case working
    }

    /// The most holidays of one set.
    static let holidayLimit = 400

    /// Days for handing it in, from the receipt of the extract.
    public let days: Int
    /// Days for the decision, from the receipt of the objection.
    public let decideDays: Int
    public let counts: Counting
    public let holidays: Set<CivilDate>

    init(reading json: JSON) throws {
        days = try json.requiredInteger("days", in: 1...365)
        decideDays = try json.requiredInteger("decideDays", in: 1...365)
        counts = try json.requiredWord("counts", Counting.self)
        holidays = Set(
            try (json.optionalArray("holidays", maxCount: Self.holidayLimit) ?? []).map { day in
                guard let date = day.string.flatMap(CivilDate.init(iso:)) else {
                    throw BodyError(path: day.path, expected: "a date such as 2026-08-17")
                }
                return date
            })
    }

    /// The last day for handing in an objection to an extract that was received on a day.
    public func deadline(from received: CivilDate) -> CivilDate {
        last(days, from: received)
    }

    /// The last day for the decision on an objection that was handed in on a day.
    public func decision(from filed: CivilDate) -> CivilDate {
        last(decideDays, from: filed)
    }

    private func last(_ count: Int, from day: CivilDate) -> CivilDate {
        guard counts == .working else { return day.adding(days: count) }
        var date = day
        var left = count
        // Each week has a working day unless all five are holidays, of which there is a limit.
        while left > 0, date < .latest {
            date = date.adding(days: 1)
            if date.isWeekday, !holidays.contains(date) { left -= 1 }
        }
        return date
    }
}
