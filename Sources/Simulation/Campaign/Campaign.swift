/// A range of seeds, run one after the other.
public struct Campaign: Sendable {
    public var seeds: ClosedRange<UInt64>
    public var operations: Int
    public var weeks: Int?
    public var without: Set<InvariantName>
    /// Whether each seed is run twice, the second time with other private data at one agency.
    public var isTwin: Bool

    public init(
        seeds: ClosedRange<UInt64>, operations: Int = 50, weeks: Int? = nil, without: Set<InvariantName> = [],
        isTwin: Bool = false
    ) {
        self.seeds = seeds
        self.operations = operations
        self.weeks = weeks
        self.without = without
        self.isTwin = isTwin
    }

    /// Runs all seeds; hands each result over as it comes.
    public func run(_ each: (RunResult) -> Void = { _ in }) -> CampaignReport {
        var report = CampaignReport()
        for seed in seeds {
            let plan = RunPlan(seed: seed, operations: operations, weeks: weeks, without: without)
            let result = isTwin ? Twins.run(plan) : Simulation.run(plan)
            report.add(result)
            each(result)
        }
        return report
    }
}
