/// One thing that must hold. Each is a small type of its own and can be switched off by name.
///
/// It reads the ledger, which is the independent account of what happened, and the machines; it changes neither.
protocol Invariant {
    var name: InvariantName { get }

    /// Checks what an event touched. Throws ``Violation``.
    func check(_ event: Event, in region: SimulatedRegion) throws

    /// Checks everything; between steps, with every machine that is up reachable.
    func checkAll(in region: SimulatedRegion) throws
}

extension Invariant {
    func check(_ event: Event, in region: SimulatedRegion) throws {}

    func checkAll(in region: SimulatedRegion) throws {}

    func hold(_ condition: Bool, _ claim: @autoclosure () -> String) throws {
        guard condition else { throw Violation(name, claim()) }
    }
}
