import Negotiation
import Personnel
import StrictJSON

extension RuleSheetMaker {
    /// Rules that compare the person with a post.
    private static let aboutThePost: Set<RuleID> = [.r4, .r10, .r11, .r12, .r13, .r26, .r27]

    /// The sheet for a route before any post is named: every rule about the post needs a person.
    ///
    /// Parameters as of the sheet for a vacancy.
    public static func sheet(
        for person: CivilServant, route: Route, policy: PersonnelPolicy, start: CivilDate, returns: CivilDate?,
        today: CivilDate, workplaces: Workplaces
    ) -> JSONValue {
        let context = MoveContext(
            rules: Set(route.rules), requirement: PostRequirement(postName: ""),
            isSecondment: route.assignment == .second, secondmentEnd: returns.map { $0.adding(days: -1) },
            sameInstansi: true)
        let subject = RuleSubject(
            person: person, today: today, start: start, left: workplaces.left(by: person, on: start))
        let findings = RuleSheet.evaluate(subject, context, policy).map { finding in
            guard aboutThePost.contains(finding.rule), route.rules.contains(finding.rule) else { return finding }
            return RuleResult(
                rule: finding.rule, outcome: .needsHuman, value: [], reason: .notCheckedHere, source: "",
                article: finding.article, policyVersion: finding.policyVersion)
        }
        return .array(findings.map(\.json))
    }
}
