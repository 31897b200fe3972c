/// The findings that the home registry can make about a move from its staff data.
public enum RuleSheet {
    /// Every rule except those that the coordinator alone computes (R3, R18, R19, R24), in the order R1 to R27.
    ///
    /// A rule outside the route is not applicable. A rule of the route that this module cannot compute is needs-human
    /// with the reason `not-checked-here`: never a pass.
    public static func evaluate(
        _ subject: RuleSubject, _ context: MoveContext, _ policy: PersonnelPolicy
    ) -> [RuleResult] {
        RuleID.allCases.filter(isOnSheet).map { rule in
            guard context.rules.contains(rule) else {
                return .make(rule, .notApplicable, .notInRoute, policy)
            }
            return switch rule {
            case .r1: Rules.employment(subject, context, policy)
            case .r2: Rules.term(subject, context, policy)
            case .r5: Rules.appraisals(subject.person.appraisals, on: subject.today, policy)
            case .r6: Rules.discipline(subject.person.discipline, on: subject.today, policy)
            case .r8: Rules.leave(subject.person.leaves, on: subject.start, policy)
            case .r12:
                Rules.competence(
                    held: subject.person.competenceLevels(on: subject.today) ?? [:],
                    standard: context.requirement.competences, policy)
            case .r21: Rules.assignments(subject, context, policy)
            case .r26:
                Rules.certificates(
                    subject.person.certificates, required: context.requirement.certificates,
                    place: context.requirement.place, on: subject.start, policy)
            default: .make(rule, .needsHuman, .notCheckedHere, policy)
            }
        }
    }

    private static func isOnSheet(_ rule: RuleID) -> Bool {
        RuleCatalogue.computedAtHome.contains(rule) || !RuleCatalogue.computedByCoordinator.contains(rule)
    }
}
