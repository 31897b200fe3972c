import NodeKit
import SyncProtocol

/// S30: a disk that refused leaves no half-done work: the node's parts fit each other at once, and it goes on by itself.
struct DiskFull: Invariant {
    let name = InvariantName.diskFull

    func check(_ event: Event, in region: SimulatedRegion) throws {
        guard case .diskRefused(let machineName) = event,
            let machine = region.nodes.first(where: { $0.name == machineName }), !machine.isExcused,
            let replica = machine.replica
        else { return }
        let digest = replica.digest
        try hold(
            digest.count == replica.keptCount && digest.hex == replica.keptSum,
            "\(machineName) is half-done after its disk refused")
    }
}
