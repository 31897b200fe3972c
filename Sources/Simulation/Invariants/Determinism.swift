import CoordinatorKit
import SyncProtocol

/// S7: folding the journal from nothing gives the stored state, and every bundle in it is signed; checked by the production
/// verifier, whose verdict the other invariants hold against the ledger.
struct Determinism: Invariant {
    let name = InvariantName.determinism

    func checkAll(in region: SimulatedRegion) throws {
        guard region.hasSettled, let store = region.coordinator.store else { return }
        do {
            let summary = try JournalVerifier.verify(store, coordinatorKey: region.coordinator.keys.signing.publicKey)
            try hold(summary.head.position == region.ledger.head, "the verifier came to \(summary.head.position)")
        } catch let damage as JournalDamage {
            throw Violation(name, "\(damage)")
        }
    }
}
