import Negotiation
import SyncProtocol

/// How far a node has come with handing in.
public struct RecoveryReport: Equatable, Sendable {
    public var node: NodeID
    /// Whether it has nothing more.
    public var isDone: Bool
    /// The last head of an old life that it says it has seen: a claim, shown and not believed.
    public var seen: Head?

    public init(node: NodeID, isDone: Bool, seen: Head?) {
        self.node = node
        self.isDone = isDone
        self.seen = seen
    }

    /// The last position of each life that any of these nodes has seen.
    static func seen(_ reports: [RecoveryReport]) -> [Int: Int] {
        Dictionary(reports.compactMap(\.seen).map { ($0.epoch, $0.position) }, uniquingKeysWith: max)
    }
}
