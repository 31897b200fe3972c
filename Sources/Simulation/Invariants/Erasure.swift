import Negotiation
import NodeKit
import SyncProtocol

/// S25: what a node was told to delete is nowhere in its file any more.
struct Erasure: Invariant {
    let name = InvariantName.erasure

    func check(_ event: Event, in region: SimulatedRegion) throws {
        guard case .absorbed(let machine, let reply, _) = event, !machine.isExcused else { return }
        let gone = reply.page.compactMap { change -> RecordID? in
            if case .retraction(let id, _) = change { id } else { nil }
        }
        guard !gone.isEmpty, let replica = machine.replica, !replica.isRebuilding,
            let bytes = machine.disk.contents(of: FaultDisk.nodePath)
        else { return }
        // Two cards may say the same, and the other one may stay.
        let held = Set(replica.records.values.map(\.body))
        for id in gone {
            // A small body stands in one page, a larger one is spread over several.
            for version in region.ledger.versions[id] ?? []
            where version.put.body.count < 1500 && !held.contains(version.put.body) {
                try hold(
                    Search.first(version.put.body, in: bytes[...]) == nil,
                    "\(machine.name) still has the bytes of a \(version.put.kind) that it had to delete")
            }
        }
    }
}
