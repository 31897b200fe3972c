import Testing

@testable import Simulation

@Suite struct SimulationTests {
    @Test(arguments: [1, 2] as [UInt64])
    func everythingThatMustHoldHolds(seed: UInt64) {
        let result = Simulation.run(RunPlan(seed: seed))
        #expect(result.violation == nil, "seed \(seed): \(result.violation.map { "\($0)" } ?? "")")
        #expect(result.counts.operations >= 50)
    }

    @Test func theSameSeedGivesTheSameTraceByteForByte() {
        let runs = (0..<2).map { _ in Simulation.run(RunPlan(seed: 3, operations: 25)) }
        #expect(runs[0].trace == runs[1].trace)
        #expect(runs[0].digest == runs[1].digest)
        #expect(Simulation.run(RunPlan(seed: 4, operations: 5)).digest != runs[0].digest)
    }
}
