/// Checks of the decision itself: who decides, when, and free of what interests.
extension Rules {
    /// R16: an official is not replaced around an election of the head, unless the minister's letter is recorded.
    ///
    /// - Parameters:
    ///   - isOfficial: nil when the vacancy does not say what kind of post it is.
    ///   - days: the date of the decree and the day of the inauguration or start; each must be outside.
    ///   - head: nil when the policy has no calendar of elections.
    ///   - permit: number and date of the minister's letter, when one is recorded.
    public static func electionBan(
        isOfficial: Bool?, on days: [CivilDate], head: HeadOfRegion?, permit: String?, _ policy: PersonnelPolicy
    ) -> RuleResult {
        func found(_ outcome: RuleOutcome, _ reason: RuleReason, _ value: [RuleValue] = []) -> RuleResult {
            .make(.r16, outcome, reason, policy, value, source: "policy head; document")
        }
        switch isOfficial {
        case false: return found(.notApplicable, .notAnOfficial)
        case nil: return found(.needsHuman, .postKindUnknown)
        case true: break
        }
        guard let head, !head.elections.isEmpty else { return found(.needsHuman, .electionUnknown) }
        let spans = head.elections.flatMap(\.banned)
        for day in days {
            guard let span = spans.first(where: { $0.contains(day) }) else { continue }
            var value = [RuleValue("date", day), RuleValue("from", span.from)]
            value += span.until.map { [RuleValue("until", $0)] } ?? []
            guard let permit else { return found(.fail, .electionBan, value) }
            return found(.pass, .ministerPermits, value + [RuleValue("permit", permit)])
        }
        return found(.pass, .outsideElection, days.first.map { [RuleValue("date", $0)] } ?? [])
    }

    /// R17: the deciding head is definitive, or BKN's technical consideration is recorded.
    public static func standing(
        of head: HeadOfRegion?, on day: CivilDate, hasConsideration: Bool, _ policy: PersonnelPolicy
    ) -> RuleResult {
        let holder = head?.holder(on: day)
        func found(_ outcome: RuleOutcome, _ reason: RuleReason) -> RuleResult {
            let value = [RuleValue("date", day)] + (holder.map { [RuleValue("standing", $0.standing.rawValue)] } ?? [])
            return .make(.r17, outcome, reason, policy, value, source: "policy head; document")
        }
        if holder?.standing == .definitive { return found(.pass, .headDefinitive) }
        if hasConsideration { return found(.pass, .considerationRecorded) }
        return holder == nil ? found(.needsHuman, .headUnknown) : found(.fail, .headNotDefinitive)
    }

    /// R22: whoever decides has declared to have no conflict of interest in the line, nor to be a relative's superior.
    ///
    /// - Parameter hasConflict: what was declared; nil while nothing was.
    public static func conflictOfInterest(hasConflict: Bool?, _ policy: PersonnelPolicy) -> RuleResult {
        switch hasConflict {
        case nil: .make(.r22, .needsHuman, .conflictNotDeclared, policy, source: "document")
        case false: .make(.r22, .pass, .noConflictDeclared, policy, source: "document")
        case true: .make(.r22, .fail, .conflictDeclared, policy, source: "document")
        }
    }
}
