/// Whether a person's appraisals rise or fall over the periods.
///
/// Every pair of periods is compared: the later one better counts +1, worse -1, equal 0. The sum is Kendall's S as in the
/// Mann–Kendall test for trend (Mann 1945; Kendall 1975). It asks nothing of the distance between two ratings, which are
/// steps and no measures, and one bad year in the middle does not make a trend. Fewer than three periods have none.
public struct AppraisalTrend: Hashable, Sendable {
    /// With two periods every change would be a trend.
    public static let fewestPeriods = 3

    public enum Direction: String, Hashable, Sendable, CaseIterable {
        case rising
        case steady
        case falling
    }

    /// The periods that count, the earliest first.
    public let periods: [RatedPeriod]
    /// Kendall's S: pairs that rise less pairs that fall.
    // -pairs <= rises <= pairs
    public let rises: Int
    /// The pairs of periods, at least 3.
    public let pairs: Int

    /// The trend of some periods in any order; nil with fewer than three.
    ///
    /// A year that is rated as a whole counts by that; its quarters count while it is not. Of several ratings for one period
    /// the worst counts, as in rule R5.
    public init?(_ ratings: [RatedPeriod]) {
        let wholeYears = Set(ratings.filter { $0.quarter == nil }.map(\.year))
        var worst: [[Int]: RatedPeriod] = [:]
        for period in ratings where period.quarter == nil || !wholeYears.contains(period.year) {
            let key = [period.year, period.quarter ?? 0]
            if let known = worst[key], known.rating <= period.rating { continue }
            worst[key] = period
        }
        let sorted = worst.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
        guard sorted.count >= Self.fewestPeriods else { return nil }
        var rises = 0
        for (index, earlier) in sorted.enumerated() {
            for later in sorted.dropFirst(index + 1) {
                rises += later.rating == earlier.rating ? 0 : later.rating > earlier.rating ? 1 : -1
            }
        }
        periods = sorted
        self.rises = rises
        pairs = sorted.count * (sorted.count - 1) / 2
    }

    /// Rising or falling where a third of the pairs or more says so on balance; else steady.
    public var direction: Direction {
        if rises * 3 >= pairs { return .rising }
        return rises * 3 <= -pairs ? .falling : .steady
    }
}
