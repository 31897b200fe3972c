/// Several conditions of one rule, each met, not met or not known; what is not met stands before what is not known.
struct Conditions {
    private let subject: RuleSubject
    /// The values used, in the order in which they were asked for.
    var value: [RuleValue]
    private var failed: [String] = []
    private var unknown: [String] = []

    init(_ subject: RuleSubject, _ value: [RuleValue]) {
        self.subject = subject
        self.value = value
    }

    /// Takes in whether a condition is met; nil when that is not known.
    mutating func take(_ part: String, _ isMet: Bool?) {
        switch isMet {
        case true: break
        case false: if !failed.contains(part) { failed.append(part) }
        case nil: if !unknown.contains(part) { unknown.append(part) }
        }
    }

    /// Service of so many months at the start; a history with unknown posts may hold more.
    mutating func ask(months: Int, in posts: [PostClass], family: String?, as name: String) {
        let served = subject.person.served(posts, family: family, on: subject.start)
        value += [RuleValue(name, served.months), RuleValue(name + "-asked", months)]
        take("experience", served.months >= months ? true : served.isWhole ? false : nil)
    }

    /// The highest age at the start; nil asks nothing.
    mutating func ask(ageLimit: Int?) {
        guard let ageLimit else { return }
        let age = subject.person.nip.age(on: subject.start)
        value += [RuleValue("age", age), RuleValue("age-limit", ageLimit)]
        take("age", age <= ageLimit)
    }

    /// The finding, with the parts that stand against it first among its values.
    func result(
        _ rule: RuleID, reached: RuleReason, notReached: RuleReason, _ policy: PersonnelPolicy, source: String
    ) -> RuleResult {
        func found(_ outcome: RuleOutcome, _ reason: RuleReason, _ parts: [String]) -> RuleResult {
            let named = parts.isEmpty ? [] : [RuleValue("parts", parts.joined(separator: ", "))]
            return .make(rule, outcome, reason, policy, named + value, source: source)
        }
        if !failed.isEmpty { return found(.fail, notReached, failed) }
        return unknown.isEmpty ? found(.pass, reached, []) : found(.needsHuman, .levelUnknown, unknown)
    }
}
