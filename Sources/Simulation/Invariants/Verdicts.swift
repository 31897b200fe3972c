import Negotiation
import NodeKit

/// L1: once faults have stopped, every operation of a live node has its verdict within the settling rounds. On a disk that lied or
/// rotted a draft may have fallen out of its index; then `verify` finds it.
struct Verdicts: Invariant {
    let name = InvariantName.verdicts

    func checkAll(in region: SimulatedRegion) throws {
        guard region.hasSettled else { return }
        for machine in region.live where machine.fault == nil {
            let pending = (try? machine.store?.pendingEntries()) ?? []
            if machine.isExcused, (try? machine.store?.inspect())?.isEmpty != true { continue }
            let waiting = pending.map { "\($0.operation.kind) (\($0.state))" }.joined(separator: ", ")
            try hold(pending.isEmpty, "\(machine.name) still waits for the outcomes of \(waiting)")
        }
    }
}
