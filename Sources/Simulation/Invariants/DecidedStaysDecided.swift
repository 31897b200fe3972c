import CoordinatorKit
import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol

/// S9: whoever asks, whenever: an operation has one outcome at one position.
struct DecidedStaysDecided: Invariant {
    let name = InvariantName.decidedStaysDecided

    func check(_ event: Event, in region: SimulatedRegion) throws {
        switch event {
        case .committed(let lines):
            for line in lines where line.outcome == "rejected" {
                try hold(line.puts.isEmpty, "the refused \(line.kind) at \(line.position) changed something")
            }
        case .answered(let sent, _, let reply?):
            for (outcome, bytes) in zip(reply.outcomes, sent.request?.bundle?.operations ?? []) {
                let told = Ledger.Told(position: outcome.position, outcome: outcome.outcome.json.encoded)
                let first = region.ledger.tell(outcome, about: bytes, in: sent)
                try hold(
                    first == told,
                    "an operation ended at \(first.position) and was told again as ended at \(told.position)")
            }
        default: break
        }
    }

    func checkAll(in region: SimulatedRegion) throws {
        guard region.hasSettled else { return }
        for machine in region.live where !machine.isExcused {
            for entry in (try? machine.store?.decidedEntries(limit: 10_000)) ?? [] {
                let said = Ledger.Said(entry.operation.id, entry.operation.bytes)
                guard case .decided(let outcome, let position) = entry.state, let told = region.ledger.told[said]
                else { continue }
                // A copy that went on under another name is not told what became of its former bundles after a restore.
                if machine.isSuspect, region.ledger.formerlyTold[said] != nil { continue }
                try hold(
                    told == Ledger.Told(position: position, outcome: outcome.json.encoded),
                    "\(machine.name) shows another outcome for an operation than the coordinator told")
            }
        }
    }
}
