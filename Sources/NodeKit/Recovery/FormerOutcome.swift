import Negotiation

/// How an operation ended before the coordinator was restored, where it ended otherwise afterwards.
public struct FormerOutcome: Equatable, Sendable {
    public var operation: OperationID
    /// The life of the coordinator in which it ended so.
    public var epoch: Int
    public var position: Int
    public var outcome: Outcome
}
