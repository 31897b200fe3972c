import Negotiation

/// One operation of this node, from draft to outcome.
public struct OutboxEntry: Sendable {
    public enum State: Equatable, Sendable {
        /// May be changed and withdrawn.
        case draft
        /// In the bundle of this number, which was written to disk to be sent; nothing is known yet.
        case inFlight(bundle: Int)
        /// Ended; the outcome never changes.
        case decided(Outcome, position: Int)
    }

    public var operation: Operation
    public var state: State

    /// The coordinator's word; nil while it waits.
    public var outcome: Outcome? {
        if case .decided(let outcome, _) = state { outcome } else { nil }
    }
}
