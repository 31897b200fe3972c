import Negotiation
import NodeKit
import SyncProtocol

/// S3: a cursor never passes what is not in the replica: whatever last changed up to it is held as the journal has it.
struct Contiguity: Invariant {
    let name = InvariantName.contiguity

    func check(_ event: Event, in region: SimulatedRegion) throws {
        switch event {
        case .absorbed(let machine, let reply, _):
            let ids = reply.page.map(\.recordID)
            guard !ids.isEmpty, let (replica, cursor) = comparable(machine, in: region, of: ids) else { return }
            for id in ids {
                try check(id, in: replica, upTo: cursor, at: machine, region)
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

    /// A replica of an epoch that a restore has ended says nothing about this journal. `ids` are the records that matter.
    private func comparable(
        _ machine: NodeMachine, in region: SimulatedRegion, of ids: [RecordID]? = nil
    ) -> (ReplicaImage, Int)? {
        guard !machine.isExcused, let replica = ids.map(machine.replica) ?? machine.replica,
            let cursor = replica.cursor, replica.epoch == region.ledger.epoch
        else { return nil }
        return (replica, cursor)
    }

    private func check(_ machine: NodeMachine, in region: SimulatedRegion) throws {
        guard let (replica, cursor) = comparable(machine, in: region) else { return }
        for id in region.ledger.recordOrder {
            try check(id, in: replica, upTo: cursor, at: machine, region)
        }
        for id in replica.order where region.ledger.versions[id] == nil {
            throw Violation(name, "\(machine.name) holds a record that the journal does not have")
        }
    }

    private func check(
        _ id: RecordID, in replica: ReplicaImage, upTo cursor: Int, at machine: NodeMachine, _ region: SimulatedRegion
    ) throws {
        guard let change = region.ledger.lastChange(of: id, for: machine.agency), change <= cursor else { return }
        let held = replica.records[id]
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
