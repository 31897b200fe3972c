import Personnel

/// The months, and for a short time the weeks, that a chart's axis names.
struct ChartMarks {
    /// Beyond so many days weeks would stand too close.
    private static let daysWithWeeks = 120
    /// How close to the next month the first day of a chart may be named: a part of the days, for the label's width.
    private static let closest = 14

    let months: [(day: CivilDate, label: String)]
    /// Mondays.
    let weeks: [(day: CivilDate, label: String)]

    init(from first: CivilDate, days: Int, _ labels: ChartLabels) {
        let end = first.adding(days: days)
        func label(_ day: CivilDate) -> String {
            let name = labels.months.count == 12 ? labels.months[day.month - 1] : "\(day.month)"
            return "\(name) \(day.year)"
        }
        var months: [(day: CivilDate, label: String)] = []
        var next = first
        // Beyond a year and a half the labels of all months would touch.
        let step = max(1, (days + 364) / 365)
        while next < end, months.count < TransitionLimits.horizonDays {
            months.append((next, label(next)))
            next = next.firstOfNextMonth.adding(months: step - 1)
        }
        if months.count > 1, months[0].day.days(until: months[1].day) * Self.closest < days {
            months[0].label = ""
        }
        self.months = months
        guard days <= Self.daysWithWeeks else {
            weeks = []
            return
        }
        weeks = (0..<days).map { first.adding(days: $0) }
            .filter { $0.weekday == 1 }
            .map { ($0, "\($0.day)") }
    }
}
