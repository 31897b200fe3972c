/// A range of seeds, each run on one thread; how many threads there are changes no result and no order.
public struct Campaign: Sendable {
    public var seeds: ClosedRange<UInt64>
    public var operations: Int
    public var weeks: Int?
    public var without: Set<InvariantName>
    /// Faults that come at their highest rate in every seed.
    public var withFaults: Set<String> = []
    /// Whether each seed is run twice, the second time with other private data at one agency.
    public var isTwin: Bool
    /// How many seeds run at once, at least 1.
    public var jobs: Int

    public init(
        seeds: ClosedRange<UInt64>, operations: Int = 50, weeks: Int? = nil, without: Set<InvariantName> = [],
        isTwin: Bool = false, jobs: Int = 1
    ) {
        self.seeds = seeds
        self.operations = operations
        self.weeks = weeks
        self.without = without
        self.isTwin = isTwin
        self.jobs = jobs
    }

    /// Runs all seeds; hands the results over in the order of the seeds, on the caller's thread.
    public func run(_ each: (RunResult) -> Void = { _ in }) -> CampaignReport {
        var report = CampaignReport()
        Workers.run(seeds, jobs: jobs) { [operations, weeks, without, withFaults, isTwin] seed in
            var plan = RunPlan(seed: seed, operations: operations, weeks: weeks, without: without)
            plan.withFaults = withFaults
            return isTwin ? Twins.run(plan) : Simulation.run(plan)
        } each: { result in
            report.add(result)
            each(result)
        }
        return report
    }
}
