import Negotiation

/// One operation of this node, from draft to outcome.
public struct OutboxEntry: Sendable {
    public enum State: Equatable, Sendable {
        /// May be changed and withdrawn.
        case draft
        /// A draft that is not sent before a person released it.
        case held(HoldReason)
        /// A draft that goes out after this held one, because it depends on it.
        case waiting(for: OperationID)
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
