import Negotiation
import NodeKit

/// S10: what an operator was told is recorded is in the outbox, or withdrawn, or in the journal.
struct NoLostIntention: Invariant {
    let name = InvariantName.noLostIntention

    func check(_ event: Event, in region: SimulatedRegion) throws {
        guard case .nodeRestarted(let machine) = event else { return }
        try check(machine, in: region)
    }

    func checkAll(in region: SimulatedRegion) throws {
        for machine in region.live {
            try check(machine, in: region)
        }
    }

    private func check(_ machine: NodeMachine, in region: SimulatedRegion) throws {
        guard let store = machine.store, machine.fault == nil else { return }
        for (id, statement) in region.ledger.statementsInOrder
        where statement.machine == machine.name && statement.isAcknowledged && !statement.isWithdrawn
            && !statement.isExcused
        {
            if let entry = try? store.entry(id) {
                try hold(entry.operation.bytes == statement.bytes, "an operation at \(machine.name) has other bytes")
                continue
            }
            try hold(
                region.ledger.lines.contains { $0.id == id },
                "\(machine.name) lost an operation that it had acknowledged")
        }
    }
}
