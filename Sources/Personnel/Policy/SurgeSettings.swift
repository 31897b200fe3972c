/// When a counter is in a rush and what may be asked for it: data of the region's policy.
///
/// Values come from a record of another machine, so every use bounds them.
public struct SurgeSettings: Hashable, Sendable {
    /// The ratio to the baseline, in per mille, above which an alarm is given.
    public var alarmPermille: Int
    /// Over how many past weeks the baseline goes.
    public var baselineWeeks: Int
    /// How many ordinary days of the same weekday a baseline needs at least.
    public var baselineDays: Int
    /// The holders that a donor keeps against its need, in per mille.
    public var donorPermille: Int
    /// The waiting time that the region promises; nil where it promises none.
    public var target: WaitTarget?
    /// The rushes that are known beforehand.
    public var calendar: [KnownPeriod]
    /// How many days ahead a known rush is shown.
    public var aheadDays: Int

    public init(
        alarmPermille: Int = 1200, baselineWeeks: Int = 8, baselineDays: Int = 3, donorPermille: Int = 1000,
        target: WaitTarget? = nil, calendar: [KnownPeriod] = [], aheadDays: Int = 60
    ) {
        self.alarmPermille = alarmPermille
        self.baselineWeeks = baselineWeeks
        self.baselineDays = baselineDays
        self.donorPermille = donorPermille
        self.target = target
        self.calendar = calendar
        self.aheadDays = aheadDays
    }

    /// What counts where a policy says nothing: a rush above 1.2, a donor at 1.0.
    public static let standard = SurgeSettings()
}
