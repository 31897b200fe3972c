import Negotiation
import NodeKit
import SyncProtocol

/// S3: a cursor never passes what is not in the replica: whatever last changed up to it is held as the journal has it.
struct Contiguity: Invariant {
    let name = InvariantName.contiguity

    func check(_ event: Event, in region: SimulatedRegion) throws {
        switch event {
        case .absorbed(let machine, let reply, _):
            guard let store = machine.store else { return }
            for change in reply.page {
                let id = change.recordID
                try check(id, at: machine, upTo: reply.cursor.position, held: try? store.record(id), in: region)
            }
        case .nodeRestarted(let machine): try check(machine, in: region)
        default: break
        }
    }

    func checkAll(in region: SimulatedRegion) throws {
        for machine in region.live {
            try check(machine, in: region)
        }
    }

    private func check(_ machine: NodeMachine, in region: SimulatedRegion) throws {
        guard !machine.isExcused, let store = machine.store, let status = try? store.status(), !status.isRebuilding,
            let cursor = status.cursor
        else { return }
        for id in region.ledger.recordOrder {
            try check(id, at: machine, upTo: cursor.position, held: try? store.record(id), in: region)
        }
    }

    private func check(
        _ id: RecordID, at machine: NodeMachine, upTo cursor: Int, held: Negotiation.Record?, in region: SimulatedRegion
    ) throws {
        guard !machine.isExcused, let change = region.ledger.lastChange(of: id, for: machine.agency), change <= cursor
        else { return }
        let wanted = region.ledger.visible(id, to: machine.agency)?.put
        try hold(
            held?.body == wanted?.body && held?.revision == wanted?.revision,
            "\(machine.name) is past \(change) at \(cursor) and holds revision \(held?.revision ?? 0) of a "
                + "\(region.ledger.current(id)?.kind ?? "?") instead of \(wanted?.revision ?? 0)")
    }
}

extension ReplicaChange {
    var recordID: RecordID {
        switch self {
        case .record(let id, _, _, _, _), .retraction(let id, _): id
        }
    }
}
