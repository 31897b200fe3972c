/// What a check found.
public enum RuleOutcome: String, Hashable, Sendable, CaseIterable {
    case pass
    case fail
    /// The data is missing or the policy leaves it to a person; never counted as a pass.
    case needsHuman = "needs-human"
    /// The check does not concern this move (*tidak berlaku*); never counted as a pass.
    case notApplicable = "not-applicable"
}
