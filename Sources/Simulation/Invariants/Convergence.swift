import Negotiation
import NodeKit
import SyncProtocol

/// S8: nodes of one agency with the same cursor hold the same bytes, and a complete replica agrees with the coordinator.
struct Convergence: Invariant {
    let name = InvariantName.convergence

    func check(_ event: Event, in region: SimulatedRegion) throws {
        guard case .ended(let machine, .absorbed(let progress)) = event, !machine.isExcused else { return }
        try hold(
            progress.agreement != .rebuilding && progress.agreement != .diverged,
            "the replica of \(machine.name) is not what the coordinator states")
    }

    func checkAll(in region: SimulatedRegion) throws {
        var seen: [String: String] = [:]
        for machine in region.live where !machine.isExcused {
            guard let replica = machine.replica, replica.isComplete, let cursor = replica.cursor else { continue }
            let place = "\(machine.agency) at \(replica.epoch ?? 0)/\(cursor)"
            let digest = "\(replica.keptCount) \(replica.keptSum)"
            try hold(seen[place] ?? digest == digest, "two nodes of \(place) hold different records")
            seen[place] = digest
        }
    }
}
