import Negotiation
import SyncProtocol

/// How a recovery stands, or what the last one left.
public struct RecoverySummary: Sendable {
    public var standing: Standing
    /// The epoch that the last restore began; nil when there was none.
    public var epoch: JournalEpoch?
    /// Nodes that have handed in everything.
    public var reported: [NodeID]
    /// Nodes that have not.
    public var awaited: [EnrolledNode]
    /// Bundles that wait to be decided.
    public var handedIn: Int
    /// Operations that ended otherwise, of all epochs.
    public var changes: [ChangedOutcome]
    /// What nobody handed in after the last restore.
    public var gaps: [LostPositions]

    init(_ snapshot: any StoreSnapshot, coordinator: NodeID) throws {
        let shelf = snapshot.recovery
        standing = try snapshot.standing()
        epoch = try snapshot.epochs().last
        let done = Set(try shelf.reports().filter(\.isDone).map(\.node))
        let nodes = try snapshot.nodes().filter { $0.node != coordinator && !$0.isRevoked }
        reported = nodes.map(\.node).filter(done.contains)
        awaited = try nodes.filter { try !done.contains($0.node) && shelf.isReopened($0.node) }
        handedIn = try shelf.handedKeys().count
        changes = try shelf.changes()
        gaps = try epoch.map { try shelf.gaps(epoch: $0.epoch) } ?? []
    }
}
