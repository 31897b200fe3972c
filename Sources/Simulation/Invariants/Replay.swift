import CoordinatorKit
import SyncProtocol

/// S20: a request that comes again has no second effect: it is answered as before or refused, and the head stays unless it is
/// the first to arrive.
struct Replay: Invariant {
    let name = InvariantName.replay

    func check(_ event: Event, in region: SimulatedRegion) throws {
        guard case .answered(let sent, _, let reply?) = event, sent.origin == .replay, let request = sent.request else {
            return
        }
        // Only the last answered exchange of an instance may be answered again.
        let last = region.ledger.lastAnswered(of: request)
        try hold(request.exchange >= last, "exchange \(request.exchange) was answered again after \(last)")
        try hold(
            reply.outcomes.count == request.bundle?.operations.count ?? 0,
            "a replay got other outcomes than its bundle's")
    }
}
