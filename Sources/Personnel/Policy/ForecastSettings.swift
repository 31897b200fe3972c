/// How far the forecast looks and when people retire: data of the region's policy.
public struct ForecastSettings: Hashable, Sendable {
    /// How many months ahead a forecast can look.
    public static let range = 1...60

    public var months: Int
    public var retirementAges: RetirementAges

    public init(months: Int = 24, retirementAges: RetirementAges = .standard) {
        self.months = months
        self.retirementAges = retirementAges
    }

    /// What counts where a policy says nothing.
    public static let standard = ForecastSettings()
}
