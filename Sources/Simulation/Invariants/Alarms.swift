/// L10: a node that nothing reaches any more, or that is told the same for ever, says so within the bound of what stalls it.
struct Alarms: Invariant {
    let name = InvariantName.alarms

    func check(_ event: Event, in region: SimulatedRegion) throws {
        guard case .stalled(let machine, let stall, let isTold) = event else { return }
        try hold(isTold, "\(machine.name) is not red \(stall.days) days after \(stall.rawValue)")
    }
}
