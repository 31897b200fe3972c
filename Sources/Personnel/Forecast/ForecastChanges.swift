/// What changes in one place over the months of a forecast.
struct ForecastChanges {
    /// People who serve on the first day.
    private var holders = 0
    private var leaving: [[Departure: Int]]
    private var arriving: [Int]

    init(count: Int) {
        leaving = Array(repeating: [:], count: count)
        arriving = Array(repeating: 0, count: count)
    }

    /// Takes in one person, and gives back what happens within the months.
    mutating func take(
        _ holder: PlaceHolder, _ calendar: ForecastCalendar, _ policy: PersonnelPolicy
    ) -> [(day: CivilDate, why: Departure)] {
        guard let first = calendar.index(of: holder.span.from) else { return [] }
        if holder.counts {
            if holder.span.from <= calendar.start { holders += 1 } else { arriving[first] += 1 }
        }
        return holder.departures(policy).filter { event in
            guard let index = calendar.index(of: event.day) else { return false }
            leaving[index][event.why, default: 0] += 1
            return true
        }
    }

    func months(_ calendar: ForecastCalendar, need: Int?) -> [Forecast.Month] {
        var serving = holders
        return (0..<calendar.count).map { index in
            let gone = leaving[index].reduce(0) { $0 + ($1.key.takesHolder ? $1.value : 0) }
            serving += arriving[index] - gone
            return Forecast.Month(
                month: calendar.month(index), leaving: leaving[index], arriving: arriving[index], holders: serving,
                difference: need.map { $0 - serving })
        }
    }
}
