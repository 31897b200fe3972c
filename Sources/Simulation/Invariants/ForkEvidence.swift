import NodeKit
import SyncProtocol

/// S17: two agencies that were shown different histories find out when they first compare, and then hold two heads that
/// contradict each other, both signed by the coordinator.
struct ForkEvidence: Invariant {
    let name = InvariantName.forkEvidence

    func check(_ event: Event, in region: SimulatedRegion) throws {
        guard case .compared(let machine, let shown) = event, let store = machine.store else { return }
        let key = machine.identity.coordinator
        let own = try store.checkpoints().first
        try hold(
            own.map { $0.head != shown.head && $0.verifies(region: machine.identity.region, key: key) } ?? false,
            "\(machine.name) has kept no signed head of its own story")
        let isKept = try store.contradictions().contains { found in
            // What was denied has no head beside it: the own one stands among the checkpoints.
            found.isOpen && found.seenEvidence == shown.text
                && (found.shown == nil || found.shownEvidence == own?.text)
        }
        try hold(isKept, "\(machine.name) has not kept the two heads together")
        let state = try store.status(at: machine.stamp).state
        try hold(state == .forked, "\(machine.name) is \(state.rawValue) after it was shown another story")
    }
}
