/// What a campaign did and met, and what broke.
public struct CampaignReport: Sendable {
    public private(set) var seeds = 0
    public private(set) var simulatedMilliseconds = 0
    public private(set) var counts = Counts()
    public private(set) var failures: [RunResult] = []

    /// In years of 365.25 days.
    public var simulatedYears: Double {
        Double(simulatedMilliseconds) / (365.25 * 24 * 3600 * 1000)
    }

    /// Probes that were never hit: a campaign of some length fails with one.
    public var missedProbes: [Probe] {
        Probe.allCases.filter { counts.probes[$0] == nil }
    }

    public mutating func add(_ result: RunResult) {
        seeds += 1
        simulatedMilliseconds += result.simulatedMilliseconds
        counts.add(result.counts)
        if result.violation != nil {
            failures.append(result)
        }
    }
}
