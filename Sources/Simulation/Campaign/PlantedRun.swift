/// Whether a planted bug is caught: by which invariant, after how many seeds, and that it is this invariant which catches it.
public struct PlantedRun: Sendable {
    public let plant: Plant
    /// Seeds until its invariant broke; nil when it held through all of them.
    public private(set) var seedsNeeded: Int?
    public private(set) var seed: UInt64?
    public private(set) var claim = ""
    /// Other invariants that broke in seeds before, by name: the bug showed, but elsewhere.
    public private(set) var elsewhere: [InvariantName: Int] = [:]
    /// Invariants that break in the same seed when the named one is switched off, each once those before it are off as well:
    /// a bug may show in several ways.
    public private(set) var alsoBroken: [InvariantName] = []
    /// With the named one and ``alsoBroken`` switched off nothing breaks in that seed, up to its end or to where one of them left
    /// the run nothing to go on with, as a coordinator that no backup restores.
    public private(set) var isSilentWithout = false

    /// Caught by the invariant that it breaks, and by nothing when that and those that it breaks as well are switched off.
    public var isCaught: Bool { seedsNeeded != nil && isSilentWithout }

    /// Tries bugs on several threads, each bug on one; hands what came of them over in their order.
    public static func run(
        _ plants: [Plant], seeds: ClosedRange<UInt64>, operations: Int, jobs: Int, each: (PlantedRun) -> Void
    ) {
        Workers.run(plants, jobs: jobs) {
            PlantedRun($0, seeds: seeds, operations: operations)
        } each: {
            each($0)
        }
    }

    /// Runs seeds until the bug is caught.
    public init(_ plant: Plant, seeds: ClosedRange<UInt64>, operations: Int) {
        self.plant = plant
        for seed in seeds {
            var plan = RunPlan(seed: seed, operations: operations, plant: plant)
            guard let violation = Simulation.run(plan).violation else { continue }
            guard violation.invariant == plant.breaks else {
                elsewhere[violation.invariant, default: 0] += 1
                continue
            }
            seedsNeeded = Int(seed - seeds.lowerBound) + 1
            self.seed = seed
            claim = violation.claim
            plan.without = [plant.breaks]
            switchOff(in: plan)
            return
        }
    }

    private mutating func switchOff(in plan: RunPlan) {
        var plan = plan
        for _ in 0..<Self.mostAlsoBroken {
            guard let other = Simulation.run(plan).violation?.invariant else {
                isSilentWithout = true
                return
            }
            guard plan.without.insert(other).inserted else { return }
            alsoBroken.append(other)
        }
    }

    private static let mostAlsoBroken = 20
}
