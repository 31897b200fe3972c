import Testing

@testable import Simulation

@Suite struct SimulationTests {
    @Test(arguments: [1] as [UInt64])
    func everythingThatMustHoldHolds(seed: UInt64) {
        let result = Simulation.run(RunPlan(seed: seed))
        #expect(result.violation == nil, "seed \(seed): \(result.violation.map { "\($0)" } ?? "")")
        #expect(result.counts.operations >= 50)
    }

    @Test(arguments: RegressionSeeds.all)
    func aSeedThatOnceFailedHolds(kept: RegressionSeeds.Kept) {
        var plan = RunPlan(seed: kept.seed, operations: kept.operations)
        plan.withFaults = kept.with
        let result = Simulation.run(plan)
        #expect(result.violation == nil, "seed \(kept.seed), once \(kept.was)")
    }

    @Test func aFailingRunIsShrunkToASmallerOneThatBreaksTheSame() throws {
        let failing = try #require(
            (1...6 as ClosedRange<UInt64>).lazy.map {
                Simulation.run(RunPlan(seed: $0, operations: 10, plant: .entryRewritten))
            }.first { $0.violation != nil })
        let small = Shrinker.shrink(failing, runs: 6)
        #expect(small.violation?.invariant == failing.violation?.invariant)
        #expect(small.trace.count <= failing.trace.count)
    }

    @Test func howManyRunAtOnceChangesNeitherResultsNorTheirOrder() {
        let digests = [1, 3].map { jobs in
            var digests: [String] = []
            let report = Campaign(seeds: 1...5, operations: 4, jobs: jobs).run { digests.append($0.digest) }
            #expect(report.seeds == 5)
            return digests
        }
        #expect(digests[0] == digests[1])
        #expect(Set(digests[0]).count == 5)
    }

    @Test func theSameSeedGivesTheSameTraceByteForByte() {
        let runs = (0..<2).map { _ in Simulation.run(RunPlan(seed: 3, operations: 15)) }
        #expect(runs[0].trace == runs[1].trace)
        #expect(runs[0].digest == runs[1].digest)
        #expect(Simulation.run(RunPlan(seed: 4, operations: 5)).digest != runs[0].digest)
    }
}
