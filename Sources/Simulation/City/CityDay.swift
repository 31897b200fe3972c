/// A day of the proleptic Gregorian calendar, as the made-up city needs it.
///
/// The conversions are Howard Hinnant's `days_from_civil` and `civil_from_days`.
struct CityDay: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    let number: Int

    init(number: Int) {
        self.number = number
    }

    /// The day of a date that is known to exist; a day beyond the month's end runs into the next month.
    init(_ year: Int, _ month: Int, _ day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// Reads "YYYY-MM-DD" strictly; nil when it is not a day of the calendar.
    init?(iso text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
            return nil
        }
        func number(_ range: Range<Int>) -> Int? {
            bytes[range].reduce(Int?(0)) { sum, byte in
                guard let sum, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else {
                    return nil
                }
                return sum * 10 + Int(byte - UInt8(ascii: "0"))
            }
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
            (1...12).contains(month), (1...31).contains(day)
        else {
            return nil
        }
        self.init(year, month, day)
        guard parts == (year, month, day) else {
            return nil
        }
    }

    var parts: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
    }

    var year: Int {
        parts.year
    }

    /// The first day of this day's month.
    var monthStart: CityDay {
        let (year, month, _) = parts
        return CityDay(year, month, 1)
    }

    func adding(days: Int) -> CityDay {
        CityDay(number: number + days)
    }

    /// The same day of another month, or that month's last day where it is shorter.
    func adding(months: Int) -> CityDay {
        let (year, month, day) = parts
        let count = year * 12 + month - 1 + months
        let start = CityDay(count / 12, count % 12 + 1, 1)
        let next = CityDay((count + 1) / 12, (count + 1) % 12 + 1, 1)
        return CityDay(number: min(start.number + day - 1, next.number - 1))
    }

    /// Whole months from this day to a later one.
    func fullMonths(until later: CityDay) -> Int {
        let (from, to) = (parts, later.parts)
        return (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0)
    }

    static func < (left: CityDay, right: CityDay) -> Bool {
        left.number < right.number
    }
}

/// A number in decimal, filled with zeros on the left.
func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
