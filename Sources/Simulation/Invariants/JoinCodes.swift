import CoordinatorKit
import SyncProtocol

/// S19: one code enrols one node.
struct JoinCodes: Invariant {
    let name = InvariantName.joinCode

    func check(_ event: Event, in region: SimulatedRegion) throws {
        guard case .joined(let code, let answer) = event, answer.status == 200 else { return }
        let joined = try JoinReply(parsing: answer.body)
        region.ledger.joins[code, default: []].insert(joined.instance)
        let count = region.ledger.joins[code]?.count ?? 0
        try hold(count == 1, "one code enrolled \(count) nodes")
    }
}
