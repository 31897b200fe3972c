import Testing

@testable import Simulation

@Suite struct TwinTests {
    @Test(arguments: [5] as [UInt64])
    func nobodyCanTellWhatTheKeepersPrivateDataSays(seed: UInt64) {
        let result = Twins.run(RunPlan(seed: seed, operations: 15))
        #expect(result.violation == nil, "seed \(seed): \(result.violation.map { "\($0)" } ?? "")")
        #expect(result.received.count > 2)
    }

    @Test func theTwinsDifferInWhatTheKeeperIsSent() {
        let runs = ["", Twins.otherSecret].map { secret in
            var plan = RunPlan(seed: 5, operations: 15)
            plan.withoutFaults = Set(Rates.all.map(\.name))
            plan.secret = secret
            plan.keepsReceived = true
            return Simulation.run(plan)
        }
        #expect(runs[0].received[SimulatedRegion.keeper] != runs[1].received[SimulatedRegion.keeper])
    }
}
