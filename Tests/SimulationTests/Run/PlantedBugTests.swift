import Testing

@testable import Simulation

/// A sample of the planted bugs; `mutasi-lab simulate --planted all` runs each of them.
@Suite struct PlantedBugTests {
    @Test(arguments: [
        Plant.leakToAll, .doubleJoin, .unsignedRefusal, .noReducerVersion, .leafWrong, .missingDedup, .draftLost,
        .cursorBeforeApply, .accessNotKept, .alarmSuppressed,
    ])
    func isCaughtByTheInvariantThatItBreaksAndNotWithoutIt(plant: Plant) {
        let run = PlantedRun(plant, seeds: 1...6, operations: 20)
        #expect(run.isCaught, "\(plant.rawValue): \(run.seedsNeeded ?? 0) seeds, others \(run.elsewhere)")
    }

    @Test func everyPlantedBugNamesAnInvariantThatIsChecked() {
        let checked = Set(Invariants.all().map(\.name))
        #expect(Plant.allCases.allSatisfy { checked.contains($0.breaks) })
        #expect(Plant.allCases.count >= 40)
    }
}
