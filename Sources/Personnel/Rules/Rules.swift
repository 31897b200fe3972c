/// The checks of a move, one pure function for each rule: plain values in, a finding out.
///
/// `Rules+Person.swift`, `Rules+Service.swift` and `Rules+Level.swift` hold those over a staff record, `Rules+Move.swift`
/// those over card, vacancy and offer, `Rules+Region.swift` those over the decision. Data that is missing is needs-human.
/// Where one datum fails and another is missing, the fail stands: no later datum can heal it.
public enum Rules {}

extension RuleResult {
    /// What is known of a rule when the home agency agreed in a letter: nothing was checked.
    public static func onPaper(_ rule: RuleID, _ policy: PersonnelPolicy) -> RuleResult {
        make(rule, .needsHuman, .onPaper, policy)
    }

    /// What is known of a rule when nobody checked it: the home agency did not answer, and was decided over.
    public static func unchecked(_ rule: RuleID, _ policy: PersonnelPolicy) -> RuleResult {
        make(rule, .needsHuman, .notCheckedHere, policy)
    }

    /// What is known of a rule whose data is missing: why a person is asked.
    public static func unanswered(_ rule: RuleID, _ reason: RuleReason, _ policy: PersonnelPolicy) -> RuleResult {
        make(rule, .needsHuman, reason, policy)
    }

    /// A finding with the article of the catalogue and the version of the policy.
    static func make(
        _ rule: RuleID, _ outcome: RuleOutcome, _ reason: RuleReason, _ policy: PersonnelPolicy,
        _ value: [RuleValue] = [], source: String = ""
    ) -> RuleResult {
        RuleResult(
            rule: rule, outcome: outcome, value: value, reason: reason, source: source,
            article: RuleCatalogue.entry(rule).article, policyVersion: policy.version)
    }
}
