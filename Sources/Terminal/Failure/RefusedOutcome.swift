import Negotiation

/// An outcome that is no, thrown by a command that cannot go on without it.
public struct RefusedOutcome: Error, Equatable, Sendable {
    public var outcome: Outcome

    public init(_ outcome: Outcome) {
        self.outcome = outcome
    }
}
