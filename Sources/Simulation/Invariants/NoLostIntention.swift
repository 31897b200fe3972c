import GRDB
import Negotiation
import NodeKit

/// S10: what an operator was told is recorded is in the outbox, or withdrawn, or in the journal.
struct NoLostIntention: Invariant {
    let name = InvariantName.noLostIntention

    func check(_ event: Event, in region: SimulatedRegion) throws {
        switch event {
        case .nodeRestarted(let machine): try check(machine, in: region)
        case .committed(let lines):
            for line in lines {
                // Other bytes under its id are another draft, which nobody withdrew.
                guard let statement = region.ledger.statements[line.id], statement.bytes == line.operation else {
                    continue
                }
                let sender = region.nodes.first {
                    $0.identity.node.text == line.node && statement.withdrawnAt.contains($0.firstName)
                }
                guard let sender else { continue }
                try hold(sender.isSuspect || sender.isExcused, "a draft that \(sender.name) had withdrawn was sent")
            }
        default: break
        }
    }

    func checkAll(in region: SimulatedRegion) throws {
        for machine in region.live {
            try check(machine, in: region)
        }
    }

    private func check(_ machine: NodeMachine, in region: SimulatedRegion) throws {
        guard let store = machine.store, machine.fault == nil, !machine.isExcused else { return }
        let kept = try? store.read { try String.fetchSet($0.cachedStatement(sql: "SELECT hex(hash) FROM operation")) }
        for (id, statement) in region.ledger.statementsInOrder
        where statement.machine == machine.name && statement.isAcknowledged && !statement.isExcused
            && !statement.withdrawnAt.contains(machine.firstName)
        {
            let isKept = kept?.contains(statement.hash) ?? true
            try hold(
                isKept || region.ledger.isDecided(id),
                "\(machine.name) lost an operation that it had acknowledged at \(statement.recorded - VirtualTime.start)"
            )
        }
    }
}
