import NodeKit

/// L1: once faults have stopped, every operation of a live node has its verdict within the settling rounds.
struct Verdicts: Invariant {
    let name = InvariantName.verdicts

    func checkAll(in region: SimulatedRegion) throws {
        guard region.hasSettled else { return }
        for machine in region.live where machine.fault == nil {
            let pending = (try? machine.store?.pendingEntries()) ?? []
            try hold(pending.isEmpty, "\(machine.name) still waits for \(pending.count) outcomes")
        }
    }
}
