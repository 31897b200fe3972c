import Negotiation
import StrictJSON

/// L4: when nobody says anything more, days alone end every negotiation that waits for a party: it closes, or it is contested
/// and waits for the BKD.
struct NegotiationEnds: Invariant {
    let name = InvariantName.negotiationEnds

    func checkAll(in region: SimulatedRegion) throws {
        guard region.haveDaysRunOut else { return }
        for record in region.ledger.records(.offer) {
            guard let json = record.json, json["closed"] == nil, json["decreed"] == nil else { continue }
            let label = json["label"]?.string ?? ""
            try hold(label != "proposed" && label != "held", "an offer is still \(label) after every deadline")
        }
    }
}
