/// The months of a forecast: that of the first day, and so many after it.
struct ForecastCalendar {
    let start: CivilDate
    let count: Int

    init(start: CivilDate, months: Int) {
        self.start = start
        count = months + 1
    }

    /// The first day of a month of the forecast.
    func month(_ index: Int) -> CivilDate {
        start.adding(days: 1 - start.day).adding(months: index)
    }

    /// The month in which a day lies; days before the first one count in it, days after the last month are nil.
    func index(of day: CivilDate) -> Int? {
        let index = (day.year - start.year) * 12 + day.month - start.month
        return index < count ? max(index, 0) : nil
    }
}
