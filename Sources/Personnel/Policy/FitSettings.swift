/// How the parts of a fit are measured, beside the thresholds of ``PersonnelPolicy``: data of the region's policy.
///
/// Points are 0 to 1000. Values come from a record of another machine, so every use bounds them.
public struct FitSettings: Hashable, Sendable {
    /// Over how many past years appraisals count; nil takes the years of rule R5 and no trend.
    public var appraisalYears: Int?
    /// The most points that a trend over these years adds or takes.
    public var trendPoints: Int
    /// Months at counters that count as full experience.
    public var counterFullMonths: Int
    /// What each of the nine boxes is worth, box 1 first.
    public var boxPoints: [Int]
    /// What it is worth that somebody has no wish either way.
    public var noWishPoints: Int
    public var districts: DistrictTable
    public var growth: GrowthSettings

    public init(
        appraisalYears: Int? = nil, trendPoints: Int = 0, counterFullMonths: Int = 24,
        boxPoints: [Int] = [0, 125, 250, 375, 500, 625, 750, 875, 1000], noWishPoints: Int = 500,
        districts: DistrictTable = .standard, growth: GrowthSettings = .standard
    ) {
        self.appraisalYears = appraisalYears
        self.trendPoints = trendPoints
        self.counterFullMonths = counterFullMonths
        self.boxPoints = boxPoints
        self.noWishPoints = noWishPoints
        self.districts = districts
        self.growth = growth
    }

    /// What counts where a policy says nothing.
    public static let standard = FitSettings()

    /// What a box from 1 to 9 is worth; a table that has no such box makes it worth nothing.
    func points(ofBox box: Int) -> Int {
        boxPoints.indices.contains(box - 1) ? Points.bounded(boxPoints[box - 1]) : 0
    }
}
