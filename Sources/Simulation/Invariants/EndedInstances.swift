import Negotiation
import SyncProtocol

/// S18 in the form that exists here: once the journal says that a node lives on as another instance, nothing of the ended
/// instance takes effect, however old the request; and no reply goes to it, but for one that was decided in the same commit
/// before the end.
struct EndedInstances: Invariant {
    let name = InvariantName.revocation

    func check(_ event: Event, in region: SimulatedRegion) throws {
        switch event {
        case .committed(let lines):
            for line in lines {
                guard let end = region.ledger.ended[line.instance] else { continue }
                try hold(
                    line.position <= end,
                    "position \(line.position) is of an instance that had ended at \(end)")
            }
        case .answered(let sent, _, .some):
            guard let request = sent.request else { return }
            let instance = (request.opens ?? request.instance).text
            try hold(
                region.ledger.ended[instance].map { $0 > region.deliveredAfter } ?? true,
                "an ended instance of \(sent.machine?.name ?? "?") got a reply")
        default: break
        }
    }
}
