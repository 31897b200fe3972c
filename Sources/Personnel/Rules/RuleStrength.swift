/// What a failed check does to the move.
public enum RuleStrength: String, Hashable, Sendable, CaseIterable {
    /// The move may not go on.
    case hard
    /// The move may go on; whoever decides sees the finding.
    case soft
}
