/// What the coordinator's clock proposes, from the region's date and the last journaled day.
public enum DayProposal: Equatable, Sendable {
    /// The most days that a clock may be ahead: longer than a weekend, shorter than any deadline of a policy.
    public static let leapLimitDays = 3

    /// The last day is today or later.
    case none
    case advance(to: String)
    /// The clock is this many days ahead; a person decides.
    case leap(days: Int)

    /// Both are "YYYY-MM-DD"; without a last day, or with one that is no date, there is nothing to propose.
    public init(today: String, last: String?) {
        guard let last, let from = Self.ordinal(last), let to = Self.ordinal(today), to > from else {
            self = .none
            return
        }
        self = to - from > Self.leapLimitDays ? .leap(days: to - from) : .advance(to: today)
    }

    /// Days since 1970-01-01 in the proleptic Gregorian calendar (H. Hinnant, "chrono-compatible low-level date algorithms").
    private static func ordinal(_ day: String) -> Int? {
        let parts = day.split(separator: "-", omittingEmptySubsequences: false)
        guard
            day.utf8.count == 10, parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]),
            let date = Int(parts[2]), (1...9999).contains(year), (1...12).contains(month), (1...31).contains(date)
        else { return nil }
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + date - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
