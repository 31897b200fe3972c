import CoordinatorKit
import SyncProtocol

/// S29: an answer is within the limits of the wire and of the page that was asked for; a whole position may go past the latter.
struct Bounds: Invariant {
    let name = InvariantName.bounds

    func check(_ event: Event, in region: SimulatedRegion) throws {
        guard case .answered(let sent, let answer, let reply?) = event else { return }
        try hold(answer.body.count <= Limits.replyBytes, "a reply has \(answer.body.count) bytes")
        guard let limit = sent.request?.limit else { return }
        let positions = reply.page.map(\.position)
        let last = positions.last.map { last in positions.count { $0 == last } } ?? 0
        try hold(reply.page.count <= limit - 1 + max(last, 1), "a page of \(reply.page.count) for a limit of \(limit)")
    }
}

extension ReplicaChange {
    fileprivate var position: Int {
        switch self {
        case .record(_, _, _, let changed, _): changed
        case .retraction(_, let position): position
        }
    }
}
