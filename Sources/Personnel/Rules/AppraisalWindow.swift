/// The past years whose ratings count on a day, the latest first.
///
/// The latest year is last year. Until the policy's month the rating of last year is often not yet given: then, and
/// only if it is missing, the window begins a year earlier.
struct AppraisalWindow {
    struct Year {
        let year: Int
        /// Nil when no rating is recorded; the worst when there are several.
        let rating: SKPRating?
    }

    let years: [Year]

    init(_ appraisals: [Appraisal], on day: CivilDate, policy: PersonnelPolicy) {
        func rating(of year: Int) -> SKPRating? {
            appraisals.filter { $0.year == year }.map(\.rating).min()
        }
        var latest = day.year - 1
        if day.month < policy.appraisalReadyMonth, rating(of: latest) == nil {
            latest -= 1
        }
        let count = min(max(policy.appraisalYears, 0), 10)
        years = (0..<count).map { Year(year: latest - $0, rating: rating(of: latest - $0)) }
    }
}
