/// What the reducer decided: an outcome, and the effects that go into the journal with it.
public struct Decision: Equatable, Sendable {
    public var outcome: Outcome
    /// In order; empty when rejected, one conflict record at most when in conflict.
    public var effects: [Effect]

    public init(outcome: Outcome, effects: [Effect] = []) {
        self.outcome = outcome
        self.effects = effects
    }
}
