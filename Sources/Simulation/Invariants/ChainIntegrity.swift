import CoordinatorKit
import Negotiation
import NodeKit
import SyncProtocol

/// S4: what is stored is what was written, or the damage is found: entries hash to their leaves, and a node whose disk lied or
/// rotted never shows wrong records as sound.
struct ChainIntegrity: Invariant {
    let name = InvariantName.chainIntegrity

    func checkAll(in region: SimulatedRegion) throws {
        for entry in try region.coordinator.storedEntries() {
            try hold(Sodium.sha256([0] + entry.bytes) == entry.leaf, "the leaf at \(entry.position) is not the entry's")
        }
        for machine in region.live where machine.isExcused {
            try checkDamaged(machine, in: region)
        }
    }

    /// Wrong records beside the state "working" would be damage that is served.
    private func checkDamaged(_ machine: NodeMachine, in region: SimulatedRegion) throws {
        guard let store = machine.store, let status = try? store.status(), status.state == .working,
            !status.isRebuilding, let cursor = status.cursor, cursor.position <= region.ledger.head,
            cursor.epoch == region.ledger.epoch
        else { return }
        guard let findings = try? store.inspect(), findings.isEmpty else { return }
        for id in region.ledger.recordOrder {
            guard let change = region.ledger.lastChange(of: id, for: machine.agency), change <= cursor.position,
                let held = try? store.record(id)
            else { continue }
            let wanted = region.ledger.visible(id, to: machine.agency)?.put
            try hold(held.body == wanted?.body, "\(machine.name) shows a wrong \(held.kind.rawValue) as sound")
        }
    }
}
