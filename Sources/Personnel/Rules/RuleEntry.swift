/// What the catalogue says about one rule.
public struct RuleEntry: Hashable, Sendable {
    public let rule: RuleID
    /// The citation, the same in both languages.
    public let article: String
    /// The strength of a fail, where the finding's reason does not change it.
    public let strength: RuleStrength
    public let indonesianTitle: String
    public let englishTitle: String
}
