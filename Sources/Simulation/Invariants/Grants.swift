import CoordinatorKit
import Negotiation
import StrictJSON
import SyncProtocol

/// S24: a page holds what its reader may see at the head that it was read at, and takes back only what it may no longer see;
/// and only the owner of a card or vacancy changes what it says. A ranking says something of offers, also where the desk ranks.
struct Grants: Invariant {
    let name = InvariantName.grants

    func check(_ event: Event, in region: SimulatedRegion) throws {
        switch event {
        case .answered(let sent, _, let reply?):
            guard let agency = sent.machine?.agency else { return }
            for change in reply.page {
                try check(change, for: agency, at: reply.head.position, in: region)
            }
        case .committed(let lines):
            for line in lines where line.outcome == "accepted" || line.outcome == "merged" {
                try checkOwner(line, in: region)
            }
        default: break
        }
    }

    private func check(_ change: ReplicaChange, for agency: AgencyCode, at head: Int, in region: SimulatedRegion) throws
    {
        let version = region.ledger.versions[change.recordID]?.last { $0.position <= head }
        switch change {
        case .record(_, let kind, let revision, _, let body):
            guard let put = version?.put, put.isVisible(to: agency) else {
                throw Violation(name, "\(agency) was sent a \(kind.rawValue) that it may not see")
            }
            try hold(put.body == body && put.revision == revision, "\(agency) was sent another body than the journal's")
        case .retraction:
            let isGone = version.map { !$0.put.isVisible(to: agency) } ?? true
            try hold(isGone, "\(agency) was told to delete what it may see")
        }
    }

    private func checkOwner(_ line: JournalLine, in region: SimulatedRegion) throws {
        guard line.kind.hasPrefix("vacancy.") || line.kind.hasPrefix("card."),
            line.kind != OperationKind.vacancyRank.rawValue, let record = RecordID(text: line.record),
            let before = region.ledger.versions[record]?.last(where: { $0.position < line.position })?.put.json,
            let owner = before["agency"]?.string
        else { return }
        try hold(owner == line.agency, "\(line.agency) changed what \(owner) owns by \(line.kind)")
    }
}
