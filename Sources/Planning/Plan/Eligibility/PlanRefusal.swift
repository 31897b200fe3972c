import Personnel

/// A gate that a person does not pass, or a question that her data leaves open, with the values that were compared.
public struct PlanRefusal: Hashable, Sendable {
    public let gate: PlanGate
    /// What was held and asked, each name once, in the order in which a sentence names them.
    public let value: [RuleValue]

    public init(_ gate: PlanGate, _ value: [RuleValue]) {
        self.gate = gate
        self.value = value
    }
}
