/// What one check found for one move, with everything that is needed to explain it.
public struct RuleResult: Hashable, Sendable {
    public let rule: RuleID
    public let outcome: RuleOutcome
    /// The values used, each name once, in the order in which a sentence names them.
    public let value: [RuleValue]
    public let reason: RuleReason
    /// Where the value came from, such as `rw_skp22 2025`; empty when no data was used.
    public let source: String
    /// The citation, such as `PP 11/2017 Ps 190(3)`.
    public let article: String
    /// The version of the policy whose thresholds were used.
    public let policyVersion: Int

    public init(
        rule: RuleID, outcome: RuleOutcome, value: [RuleValue], reason: RuleReason, source: String, article: String,
        policyVersion: Int
    ) {
        self.rule = rule
        self.outcome = outcome
        self.value = value
        self.reason = reason
        self.source = source
        self.article = article
        self.policyVersion = policyVersion
    }

    /// How hard a fail of this finding is; one rule can be soft near its threshold and hard far below it.
    public var strength: RuleStrength {
        RuleCatalogue.strength(of: rule, reason: reason)
    }

    /// Whether this finding alone forbids the move: a hard fail.
    public var blocks: Bool {
        outcome == .fail && strength == .hard
    }
}
