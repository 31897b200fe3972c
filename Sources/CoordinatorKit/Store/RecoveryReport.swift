import Negotiation

/// How far a node has come with handing in.
public struct RecoveryReport: Equatable, Sendable {
    public var node: NodeID
    /// Whether it has nothing more.
    public var isDone: Bool
    /// The last position of the old life that it says it has seen: a claim, shown and not believed.
    public var seen: Int

    public init(node: NodeID, isDone: Bool, seen: Int) {
        self.node = node
        self.isDone = isDone
        self.seen = seen
    }
}
