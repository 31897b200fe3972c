import Negotiation
import SyncProtocol

/// S5: the same bytes of the same agency are decided once.
struct ExactlyOnce: Invariant {
    let name = InvariantName.exactlyOnce

    func check(_ event: Event, in region: SimulatedRegion) throws {
        guard case .committed(let lines) = event else { return }
        for line in lines {
            let key = Ledger.Key(agency: line.agency, operation: line.id, hash: Sodium.sha256(line.operation))
            try hold(
                region.ledger.firstDecided[key] == line.position,
                "operation \(line.kind) was decided at \(region.ledger.firstDecided[key] ?? 0) and again at \(line.position)"
            )
        }
    }
}
