import CoordinatorKit
import Negotiation
import NodeKit
import SyncProtocol

/// S6: operation, effects, head, digests and exchange commit together: after every start the parts fit each other.
struct Atomicity: Invariant {
    let name = InvariantName.atomicity

    func check(_ event: Event, in region: SimulatedRegion) throws {
        switch event {
        case .coordinatorRestarted: try checkCoordinator(in: region)
        case .nodeRestarted(let machine): try check(machine)
        default: break
        }
    }

    func checkAll(in region: SimulatedRegion) throws {
        try checkCoordinator(in: region)
        for machine in region.live {
            try check(machine)
        }
    }

    private func check(_ machine: NodeMachine) throws {
        guard !machine.isExcused else { return }
        try hold(machine.fault == nil, "\(machine.name) is \(machine.fault ?? "") though its disk is sound")
        guard let replica = machine.replica else { return }
        let digest = replica.digest
        try hold(
            digest.count == replica.keptCount && digest.hex == replica.keptSum,
            "the replica of \(machine.name) and its digest were not written together")
    }

    /// Digests are added up from the ledger's records, not from the store's.
    private func checkCoordinator(in region: SimulatedRegion) throws {
        guard let store = region.coordinator.store else { return }
        var sums: [Reader: ViewDigest] = [:]
        for id in region.ledger.recordOrder {
            guard let put = region.ledger.current(id) else { continue }
            let readers = put.audience.map { $0.compactMap(AgencyCode.init).map(Reader.agency) } ?? [.all]
            for reader in readers {
                sums[reader, default: ViewDigest()].add(put.leaf)
            }
        }
        try store.read { snapshot in
            let head = try snapshot.head()
            try hold(
                head.position == region.ledger.head, "the head is \(head.position), the journal \(region.ledger.head)")
            for (reader, sum) in sums.sorted(by: { $0.key < $1.key }) {
                try hold(try snapshot.digest(of: reader) == sum, "the digest of \(reader) is not that of its records")
            }
        }
    }
}
