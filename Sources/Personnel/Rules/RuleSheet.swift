/// The findings that the home registry can make about a move from its staff data.
public enum RuleSheet {
    /// Every rule except those that the coordinator alone computes (`RuleCatalogue.coordinatorOnly`), in the order R1 to R27.
    ///
    /// A rule outside the route is not applicable. One whose data or setting is missing is needs-human: never a pass.
    public static func evaluate(
        _ subject: RuleSubject, _ context: MoveContext, _ policy: PersonnelPolicy
    ) -> [RuleResult] {
        RuleCatalogue.computedAtHome.map { rule in
            guard context.rules.contains(rule) else {
                return .make(rule, .notApplicable, .notInRoute, policy)
            }
            return switch rule {
            case .r1: Rules.employment(subject, context, policy)
            case .r2: Rules.term(subject, context, policy)
            case .r4: Rules.analyses(subject, context, policy)
            case .r5: Rules.appraisals(subject.person.appraisals, on: subject.today, policy)
            case .r6: Rules.discipline(subject.person.discipline, on: subject.today, policy)
            case .r7: Rules.pastSanctions(subject, policy)
            case .r8: Rules.leave(subject.person.leaves, on: subject.start, policy)
            case .r9: Rules.clearance(subject, policy)
            case .r10: Rules.level(subject, context, policy)
            case .r11: Rules.grade(subject, context, policy)
            case .r12:
                Rules.competence(
                    held: subject.person.competenceLevels(on: subject.today) ?? [:],
                    standard: context.requirement.competences, policy)
            case .r13: Rules.talentBox(subject, context, policy)
            case .r14: Rules.assessmentAge(subject, policy)
            case .r15: Rules.ownRequest(subject, context, policy)
            case .r20: Rules.retirement(subject, policy)
            case .r21: Rules.assignments(subject, context, policy)
            case .r23: Rules.floor(subject, context, policy)
            case .r25: Rules.acting(subject, context, policy)
            case .r26:
                Rules.certificates(
                    subject.person.certificates, required: context.requirement.certificates,
                    place: context.requirement.place, on: subject.start, policy)
            case .r27: Rules.functionalEntry(subject, context, policy)
            case .r3, .r16, .r17, .r18, .r19, .r22, .r24:
                // The coordinator's alone, and not in the list above.
                .make(rule, .needsHuman, .notCheckedHere, policy)
            }
        }
    }

    /// The rules whose finding depends on the post to which the person would move.
    public static let aboutPost: [RuleID] = [.r4, .r10, .r11, .r12, .r13, .r25, .r26, .r27]

    /// The same while no post is named: what depends on one is needs-human.
    public static func evaluateWithoutPost(
        _ subject: RuleSubject, _ context: MoveContext, _ policy: PersonnelPolicy
    ) -> [RuleResult] {
        evaluate(subject, context, policy).map { finding in
            aboutPost.contains(finding.rule) && context.rules.contains(finding.rule)
                ? .make(finding.rule, .needsHuman, .noPostNamed, policy) : finding
        }
    }
}
