import Negotiation
import NodeKit
import SyncProtocol

/// S25: what a node was told to delete is nowhere in its file any more, once its view is complete and its disk had room to
/// write the file anew.
struct Erasure: Invariant {
    let name = InvariantName.erasure

    func check(_ event: Event, in region: SimulatedRegion) throws {
        guard case .absorbed(let machine, let reply, _) = event, !machine.isExcused else { return }
        for case .retraction(let id, _) in reply.page {
            machine.toErase.insert(id)
        }
        guard reply.complete != nil, !machine.toErase.isEmpty, let replica = machine.replica, !replica.isRebuilding,
            (try? machine.store?.owesErasure()) == false, let bytes = machine.disk.contents(of: FaultDisk.nodePath)
        else { return }
        // Two cards may say the same, and the other one may stay.
        let held = Set(replica.records.values.map(\.body))
        for id in machine.toErase.sorted() where replica.records[id] == nil {
            // A small body stands in one page, a larger one is spread over several.
            for version in region.ledger.versions[id] ?? []
            where version.put.body.count < 1500 && !held.contains(version.put.body) {
                try hold(
                    Search.first(version.put.body, in: bytes[...]) == nil,
                    "\(machine.name) still has the bytes of a \(version.put.kind) that it had to delete")
            }
        }
        machine.toErase = []
    }

    func checkAll(in region: SimulatedRegion) throws {
        guard region.hasSettled else { return }
        for machine in region.live where machine.isInOrder && !machine.isExcused {
            try hold(
                (try? machine.store?.owesErasure()) != true, "\(machine.name) has not erased what it had to delete")
        }
    }
}
