import Negotiation
import SyncProtocol

/// The named limits of a recovery.
public enum RecoveryLimits {
    /// A recovering coordinator asks no node back sooner than this.
    static let firstReturnSeconds = 10
    /// And spreads the others over so much more for each node of the region, so that not all come at once.
    static let millisecondsForEachNode = 100
    /// The last one comes within this time.
    static let lastReturnSeconds = 900
    /// Bytes of receipts of earlier bundles in one reply: far below what a reply holds.
    static let correctedBytes = 4 << 20
    /// Receipts of earlier bundles in one reply.
    static let correctedReceipts = 100
    /// An epoch with a number so far beyond its own a coordinator believes that a node has seen, by the node's word alone: that
    /// of a restore by a clock that was ten years ahead (``EpochNumber``).
    static let claimedEpochs = 315_360_000
    /// Backups that are counted on: receipts are settled up to the oldest of them.
    public static let keptBackups = 14
    /// A verified restore older than this is told as a fault.
    public static let restoreCheckDays = 35

    /// When a node that is told to wait comes again: the same for the same node and epoch.
    static func returnSeconds(_ node: NodeID, epoch: Int, nodes: Int) -> Int {
        let spread = min(max(nodes, 1) * millisecondsForEachNode / 1000, lastReturnSeconds - firstReturnSeconds) + 1
        let hash = Sodium.sha256(Array("mutasi-return-v1".utf8) + node.bytes + MirrorSegment.bigEndian(epoch))
        let number = hash.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        return firstReturnSeconds + number % spread
    }
}
