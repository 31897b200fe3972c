/// What one run is asked to do; the same plan gives the same run, byte for byte.
public struct RunPlan: Sendable {
    public var seed: UInt64
    /// How many operations operators record before the faults stop.
    public var operations: Int
    /// Over how many weeks of simulated time.
    public var weeks: Int
    public var plant: Plant?
    /// Invariants that are switched off.
    public var without: Set<InvariantName>
    /// Faults that are switched off, by name; a trace is shrunk by these and by ``skipped``.
    public var withoutFaults: Set<String> = []
    /// Faults that come at their highest rate, by name, whatever the seed draws.
    public var withFaults: Set<String> = []
    /// Steps that are left out.
    public var skipped: Set<Int> = []
    /// What the keeper's private data says; a twin run says something else.
    public var secret = ""
    /// Whether what each agency is sent is kept, for twins.
    public var keepsReceived = false

    /// The names of all faults.
    public static var faults: [String] { Rates.all.map(\.name) }

    public init(
        seed: UInt64, operations: Int = 50, weeks: Int? = nil, plant: Plant? = nil, without: Set<InvariantName> = []
    ) {
        self.seed = seed
        self.operations = operations
        self.plant = plant
        self.without = without
        var dice = SeededGenerator(seed: seed, stream: 0)
        self.weeks = weeks ?? dice.within(2...8)
    }
}
