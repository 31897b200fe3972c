/// Non-interference (S22): the same seed once more with other private data at one agency. Every byte that any other agency is
/// sent must be the same, but for the journal's root, what is signed over it, and the declared flows.
///
/// Disks and processes hold still in both runs: at which write a machine dies, and which bit rots, depends on how many pages the
/// keeper's data takes, and that is no flow of the protocol.
public enum Twins {
    /// What the second run's keeper says in its private data; of another length, so that sizes count too.
    static let otherSecret = "-rahasia-yang-lain"

    private static let stillFaults: Set<String> = [
        "node-kill", "node-power-cut", "coordinator-kill", "coordinator-power-cut", "restart-loop", "io-error",
        "read-error", "disk-full", "lying-sync", "bit-rot",
    ]

    /// Runs both; the result is the first one's, with a violation when an agency can tell them apart.
    public static func run(_ plan: RunPlan) -> RunResult {
        var plan = plan
        plan.withoutFaults.formUnion(stillFaults)
        plan.keepsReceived = true
        var first = Simulation.run(plan)
        guard first.violation == nil else { return first }
        var other = plan
        other.secret = otherSecret
        let second = Simulation.run(other)
        first.violation = second.violation ?? difference(first, second)
        return first
    }

    private static func difference(_ first: RunResult, _ second: RunResult) -> Violation? {
        let agencies = Set(first.received.keys).union(second.received.keys).sorted()
        for agency in agencies where agency != SimulatedRegion.keeper && agency != SimulatedRegion.bkd {
            if first.received[agency] != second.received[agency] {
                return Violation(
                    .nonInterference, "\(agency) can tell what \(SimulatedRegion.keeper)'s private data says")
            }
        }
        return nil
    }
}
