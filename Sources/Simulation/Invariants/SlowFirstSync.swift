/// L9: over a line of 1,000 bytes a second that loses three exchanges of ten a first sync is done within two hours, and takes
/// every record in once: what a page brought stays when the next one is lost.
struct SlowFirstSync: Invariant {
    let name = InvariantName.slowLine

    private static let hours = 2

    func check(_ event: Event, in region: SimulatedRegion) throws {
        guard case .firstSync(let machine, let took) = event else { return }
        let replica = machine.replica
        try hold(
            replica?.isComplete == true && replica?.cursor == region.ledger.head
                && took <= Self.hours * VirtualTime.hour,
            "\(machine.name) is at \(replica?.cursor ?? 0) of \(region.ledger.head) after \(took / 1000) s")
        let taken = region.calls.filter { $0.machine == machine.name }.reduce(0) { $0 + $1.changes }
        let held = replica?.records.count ?? 0
        try hold(taken <= held, "\(machine.name) took \(taken) records in and holds \(held)")
    }
}
