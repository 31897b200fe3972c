/// Non-interference (S22): the same seed once more with other private data at one agency. Every byte that any other agency is
/// sent must be the same, but for the journal's root, what is signed over it, and the declared flows.
public enum Twins {
    /// What the second run's keeper says in its private data; of another length, so that sizes count too.
    static let otherSecret = "-rahasia-yang-lain"

    /// Runs the twin of a run that held; a violation when an agency can tell them apart.
    public static func difference(_ first: RunResult) -> Violation? {
        var plan = first.plan
        plan.secret = otherSecret
        let second = Simulation.run(plan)
        if let violation = second.violation { return violation }
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
