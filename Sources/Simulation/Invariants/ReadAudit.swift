/// S26: of everything about people that went out to a node the coordinator has kept how much of which class it was, whatever
/// died in between. It may have kept more: a page that was accounted for and did not go out.
struct ReadAudit: Invariant {
    let name = InvariantName.readAudit

    func checkAll(in region: SimulatedRegion) throws {
        guard let given = region.ledger.given, region.coordinator.coordinator != nil else { return }
        let kept = try region.coordinator.accesses()
        // One and the same in every run, whatever the order of a dictionary.
        let missing = given.filter { $0.value > kept[$0.key] ?? 0 }.map { "\($0.key.name) to \($0.key.node)" }.min()
        try hold(missing == nil, "more of \(missing ?? "") went out than is accounted for")
    }
}
