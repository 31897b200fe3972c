import NodeKit
import SyncProtocol

/// L2: once faults have stopped, every live node reaches the head within the settling rounds.
struct ReachHead: Invariant {
    let name = InvariantName.reachHead

    func checkAll(in region: SimulatedRegion) throws {
        guard region.hasSettled else { return }
        for machine in region.live where machine.fault == nil {
            guard let status = try? machine.store?.status() else {
                throw Violation(name, "\(machine.name) cannot say how it stands")
            }
            try hold(
                status.cursor?.position == region.ledger.head && status.isComplete,
                "\(machine.name) is \(status.state.rawValue) at \(status.cursor?.position ?? 0) of \(region.ledger.head)"
            )
        }
    }
}
