import NodeKit

/// A silent stall: work goes on as if all were well, and yet nothing comes or goes any more.
enum Stall: String, CaseIterable {
    /// A copy of the coordinator answers on which nothing is decided and no day comes, while others hear the right one.
    case frozenCopy = "frozen-copy"
    /// Somebody on the way gives the last reply once more, for ever.
    case oldReplies = "old-replies"
    /// Decisions come, but no day.
    case noDay = "no-day"
    /// A head that is not the one of the same place before.
    case lyingHead = "lying-head"
    /// Nothing is taken of what waits in the outbox.
    case outboxStays = "outbox-stays"
    /// The node's disk has no room for a page.
    case fullDisk = "full-disk"
    /// The node's disk is an older copy of itself.
    case oldCopy = "old-copy"

    /// Within so many days of contacts twice a day `status` must be red; what the first contact proves, at once.
    var days: Int {
        switch self {
        case .frozenCopy, .oldReplies, .noDay, .fullDisk: 5
        case .lyingHead, .outboxStays, .oldCopy: 0
        }
    }

    /// Whether this status says what is wrong.
    func isTold(by status: NodeStatus) -> Bool {
        switch self {
        case .frozenCopy: !Set(status.doubts).isDisjoint(with: [.frozen, .oldDay, .outdated])
        case .oldReplies, .fullDisk: status.doubts.contains(.outdated)
        case .noDay: status.doubts.contains(.oldDay)
        case .lyingHead: status.state == .forked
        case .outboxStays: status.drafts + status.inFlight > 0 && status.unsentSince != nil
        case .oldCopy: status.state == .stale
        }
    }
}
