/// A day of the proleptic Gregorian calendar, without a time or a time zone.
///
/// Years run from 1900 to 2200: no appointment, birth or certificate of a working civil servant lies outside, and a
/// date that does is a typing error. Arithmetic never traps: it stops at `earliest` and `latest`.
public struct CivilDate: Hashable, Sendable {
    /// The years that a date may have.
    public static let years = 1900...2200
    /// The first day that can be written, 1900-01-01.
    public static let earliest = CivilDate(uncheckedYear: years.lowerBound, month: 1, day: 1)
    /// The last day that can be written, 2200-12-31.
    public static let latest = CivilDate(uncheckedYear: years.upperBound, month: 12, day: 31)

    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to the length of the month.
    public let day: Int

    /// Makes a date, or nil when the calendar has no such day or the year lies outside `years`.
    public init?(year: Int, month: Int, day: Int) {
        guard Self.years.contains(year), (1...12).contains(month) else { return nil }
        guard day >= 1, day <= Self.length(ofMonth: month, year: year) else { return nil }
        self.init(uncheckedYear: year, month: month, day: day)
    }

    /// Parses exactly `YYYY-MM-DD` in ASCII digits; anything else, and any day that does not exist, is nil.
    public init?(iso: String) {
        var numbers = [0, 0, 0]
        var part = 0
        var length = 0
        for byte in iso.utf8 {
            length += 1
            if length == 5 || length == 8 {
                guard byte == UInt8(ascii: "-") else { return nil }
                part += 1
            } else {
                guard length <= 10, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                numbers[part] = numbers[part] * 10 + Int(byte - UInt8(ascii: "0"))
            }
        }
        guard length == 10 else { return nil }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    /// Makes the date with this day number; a number before `earliest` or after `latest` gives that bound.
    public init(dayNumber: Int) {
        let bounded = min(max(dayNumber, Self.earliest.dayNumber), Self.latest.dayNumber)
        // Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days; all terms are positive here
        // because the era is counted from 0000-03-01.
        let sinceMarchZero = bounded + Self.daysFromMarchZeroTo1970
        let era = sinceMarchZero / 146_097
        let dayOfEra = sinceMarchZero % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            uncheckedYear: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
            month: month,
            day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private init(uncheckedYear year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    private static let daysFromMarchZeroTo1970 = 719_468

    /// Days since 1970-01-01, which is day 0; earlier days are negative.
    public var dayNumber: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear % 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - Self.daysFromMarchZeroTo1970
    }

    /// The date as `YYYY-MM-DD`.
    public var iso: String {
        "\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))"
    }

    /// Days from this date to another; negative when the other is earlier.
    public func days(until other: CivilDate) -> Int {
        other.dayNumber - dayNumber
    }

    /// The date so many days later, or earlier when negative, within `earliest...latest`.
    public func adding(days: Int) -> CivilDate {
        let (sum, overflow) = dayNumber.addingReportingOverflow(days)
        if overflow {
            return days > 0 ? .latest : .earliest
        }
        return CivilDate(dayNumber: sum)
    }

    /// The same day so many months later, or the last day of that month where it is shorter; within
    /// `earliest...latest`.
    public func adding(months: Int) -> CivilDate {
        let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        if overflow {
            return months > 0 ? .latest : .earliest
        }
        if index < Self.years.lowerBound * 12 {
            return .earliest
        }
        let targetYear = index / 12
        if targetYear > Self.years.upperBound {
            return .latest
        }
        let targetMonth = index % 12 + 1
        let lastDay = Self.length(ofMonth: targetMonth, year: targetYear)
        return CivilDate(uncheckedYear: targetYear, month: targetMonth, day: min(day, lastDay))
    }

    /// The same day so many years later; 29 February becomes 28 February in a common year.
    public func adding(years: Int) -> CivilDate {
        let (months, overflow) = years.multipliedReportingOverflow(by: 12)
        if overflow {
            return years > 0 ? .latest : .earliest
        }
        return adding(months: months)
    }

    /// The first day of the month after this date's month.
    public var firstOfNextMonth: CivilDate {
        CivilDate(uncheckedYear: year, month: month, day: 1).adding(months: 1)
    }

    /// Whether it is a day from Monday to Friday.
    public var isWeekday: Bool { weekday < 6 }

    /// 1 for Monday to 7 for Sunday, as in ISO 8601.
    public var weekday: Int {
        // 1970-01-01 was a Thursday, three days after a Monday.
        let day = (dayNumber + 3) % 7
        return (day < 0 ? day + 7 : day) + 1
    }

    /// Whole months from this date to another, the day of completion included; 0 when the other is earlier.
    public func fullMonths(until other: CivilDate) -> Int {
        guard other > self else { return 0 }
        let months = (other.year - year) * 12 + other.month - month
        return adding(months: months) <= other ? months : months - 1
    }

    /// Whole years from this date to another, the anniversary included; 0 when the other is earlier.
    public func fullYears(until other: CivilDate) -> Int {
        fullMonths(until: other) / 12
    }

    /// Whether the Gregorian calendar gives this year a 29 February.
    public static func isLeap(year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year: year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}

extension CivilDate: Comparable {
    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CivilDate: CustomStringConvertible {
    public var description: String { iso }
}
