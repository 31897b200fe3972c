import CoordinatorKit
import Negotiation
import StrictJSON
import SyncProtocol

/// S1: what a node was told about its operation is in the journal, at that position, ever after.
struct AckedIsForever: Invariant {
    let name = InvariantName.ackedIsForever

    func check(_ event: Event, in region: SimulatedRegion) throws {
        switch event {
        case .answered(_, _, let reply):
            for outcome in reply?.outcomes ?? [] {
                try check(outcome.operation, outcome.position, outcome.outcome.json.encoded, in: region)
            }
        case .coordinatorRestarted: try checkAll(in: region)
        default: break
        }
    }

    /// Compares the stored journal, not what the ledger remembers of it.
    func checkAll(in region: SimulatedRegion) throws {
        guard let store = region.coordinator.store else { return }
        let head = try store.read { try $0.head() }
        let stored = try region.coordinator.storedEntries()
        try hold(stored.count == head.position, "the head is \(head.position), the journal has \(stored.count) entries")
        for (operation, told) in region.ledger.toldInOrder {
            try check(operation, told.position, told.outcome, in: region)
            guard stored.indices.contains(told.position - 1) else {
                throw Violation(
                    name, "position \(told.position), told to a node, is gone; the head is \(head.position)")
            }
            guard let line = region.ledger.line(at: told.position) else { continue }
            let hash = Sodium.sha256(stored[told.position - 1].bytes)
            try hold(hash == line.hash, "the entry at \(told.position) is another one than a node was told of")
        }
    }

    private func check(_ operation: OperationID, _ position: Int, _ outcome: [UInt8], in region: SimulatedRegion) throws
    {
        let lines = region.ledger.lines
        guard lines.indices.contains(position - 1) else {
            throw Violation(name, "position \(position) was told to a node and is not in the journal")
        }
        let line = lines[position - 1]
        try hold(line.id == operation, "position \(position) holds another operation than a node was told")
        try hold(line.outcomeBytes == outcome, "position \(position) has another outcome than a node was told")
    }
}
