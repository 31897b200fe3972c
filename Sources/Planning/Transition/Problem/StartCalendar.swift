import Personnel

/// Which days are worked, and on which of them moves may start.
public struct StartCalendar: Hashable, Sendable {
    public enum StartDays: String, Hashable, Sendable, CaseIterable {
        case anyDay = "any-day"
        case workingDay = "working-day"
        case firstWorkingDayOfWeek = "first-working-day-of-week"
        case firstWorkingDayOfMonth = "first-working-day-of-month"
        /// Worked or not: the usual TMT.
        case firstOfMonth = "first-of-month"
    }

    /// Monday to Friday.
    public static let usualWeek: Set<Int> = [1, 2, 3, 4, 5]

    public let startDays: StartDays
    /// The days of the week that are worked, 1 for Monday to 7 for Sunday.
    public let workingWeekdays: Set<Int>
    public let holidays: Set<CivilDate>

    public init(
        startDays: StartDays, workingWeekdays: Set<Int> = StartCalendar.usualWeek, holidays: Set<CivilDate> = []
    ) {
        self.startDays = startDays
        self.workingWeekdays = workingWeekdays
        self.holidays = holidays
    }

    public func isWorkingDay(_ day: CivilDate) -> Bool {
        workingWeekdays.contains(day.weekday) && !holidays.contains(day)
    }

    /// Whether a move may start on the day, as far as the calendar goes. The first working day of a week is that of
    /// Monday to Sunday; a week without one has no start day.
    public func isStartDay(_ day: CivilDate) -> Bool {
        switch startDays {
        case .anyDay: true
        case .workingDay: isWorkingDay(day)
        case .firstWorkingDayOfWeek: isFirstWorkingDay(day, daysBefore: day.weekday - 1)
        case .firstWorkingDayOfMonth: isFirstWorkingDay(day, daysBefore: day.day - 1)
        case .firstOfMonth: day.day == 1
        }
    }

    /// The first day after so many working days that follow the date.
    public func day(afterWorkingDays count: Int, from date: CivilDate) -> CivilDate {
        var day = date
        var left = count
        while left > 0, day < CivilDate.latest {
            day = day.adding(days: 1)
            if isWorkingDay(day) {
                left -= 1
            }
        }
        return day.adding(days: 1)
    }

    private func isFirstWorkingDay(_ day: CivilDate, daysBefore: Int) -> Bool {
        guard isWorkingDay(day) else { return false }
        return !(0..<daysBefore).contains { isWorkingDay(day.adding(days: -1 - $0)) }
    }
}
