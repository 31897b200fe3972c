import NodeKit
import SyncProtocol

/// L2: once faults have stopped, every live node reaches the head within the settling rounds.
struct ReachHead: Invariant {
    let name = InvariantName.reachHead

    func checkAll(in region: SimulatedRegion) throws {
        guard region.hasSettled else { return }
        for machine in region.live where machine.fault == nil {
            guard let replica = machine.replica else {
                // What a lying or rotting disk left is found, and waits for a person.
                if machine.isExcused { continue }
                throw Violation(name, "the replica of \(machine.name) cannot be read")
            }
            let isThere =
                replica.epoch == region.ledger.epoch && replica.cursor == region.ledger.head && replica.isComplete
            // A head that rotted is none of the journal's: that is told, and waits for a person as well.
            if !isThere, machine.isExcused, (try? machine.store?.status().isWell) == false { continue }
            try hold(isThere, "\(machine.name) is at \(replica.cursor ?? 0) of \(region.ledger.head)")
            guard !machine.isExcused else { continue }
            let incomplete = try machine.store?.status().incompleteRecords ?? 0
            try hold(incomplete == 0, "\(machine.name) lacks attachments of \(incomplete) records")
        }
    }
}
