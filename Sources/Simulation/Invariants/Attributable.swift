import CoordinatorKit
import Negotiation
import SyncProtocol

/// S15: every entry's operation stands in a bundle that verifies under a key of the node that the entry names.
///
/// The keys are those that the simulated machines made, as the ledger has them from the joins.
struct Attributable: Invariant {
    let name = InvariantName.attributable

    func check(_ event: Event, in region: SimulatedRegion) throws {
        guard case .committed(let lines) = event, let store = region.coordinator.store else { return }
        for line in lines where line.node != region.coordinator.coordinator?.region.node.text {
            guard let node = NodeID(text: line.node), let instance = InstanceID(text: line.instance),
                let bytes = try store.read({ try $0.bundle(instance, number: line.bundle) })
            else { throw Violation(name, "the bundle of position \(line.position) is not there") }
            let bundle = try Bundle(parsing: bytes)
            let keys = region.ledger.keys[node] ?? []
            try hold(keys.contains { bundle.verifies(with: $0) }, "position \(line.position) is not signed by its node")
            try hold(
                bundle.operations.indices.contains(line.index) && bundle.operations[line.index] == line.operation,
                "position \(line.position) is not what its bundle holds")
        }
    }
}
