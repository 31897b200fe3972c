import Negotiation
import Personnel
import StrictJSON

/// The home's rule sheet for a move: what its staff data says about every rule except those of the coordinator alone.
public enum RuleSheetMaker {
    /// The findings in the order R1 to R27, without those of the coordinator alone.
    ///
    /// - Parameters:
    ///   - route: the route of the vacancy in the policy that counts for the offer.
    ///   - start: the first day of the move, from the terms.
    ///   - returns: for a secondment the day back in the own post, from the terms; its last day is the day before.
    ///   - partTime: the part of the working time that a secondment takes, in percent; nil for all of it.
    ///   - today: the region's day.
    ///   - sameInstansi: whether the receiving agency is of the same region.
    ///   - workplaces: who serves where at this agency.
    public static func results(
        for person: CivilServant, vacancy: Vacancy, route: Route, policy: PersonnelPolicy, start: CivilDate,
        returns: CivilDate?, partTime: Int? = nil, today: CivilDate, sameInstansi: Bool = true,
        workplaces: Workplaces
    ) -> [RuleResult] {
        let context = MoveContext(
            rules: Set(route.rules), requirement: vacancy.requirement, isSecondment: route.assignment == .second,
            isForRush: vacancy.surge != nil, isActing: route.isActing,
            secondmentEnd: returns.map { $0.adding(days: -1) }, partTime: partTime, sameInstansi: sameInstansi)
        let subject = RuleSubject(
            person: person, today: today, start: start, left: workplaces.left(by: person, on: start))
        return RuleSheet.evaluate(subject, context, policy)
    }

    /// The same as the array `sheet` of an offer.
    public static func sheet(
        for person: CivilServant, vacancy: Vacancy, route: Route, policy: PersonnelPolicy, start: CivilDate,
        returns: CivilDate?, partTime: Int? = nil, today: CivilDate, sameInstansi: Bool = true,
        workplaces: Workplaces
    ) -> JSONValue {
        .array(
            results(
                for: person, vacancy: vacancy, route: route, policy: policy, start: start, returns: returns,
                partTime: partTime, today: today, sameInstansi: sameInstansi, workplaces: workplaces
            ).map(\.json))
    }

    /// The findings against a route alone, for a move on this day: what depends on the post is left for a person to see.
    public static func sheet(
        for person: CivilServant, route: Route, policy: PersonnelPolicy, returns: CivilDate? = nil, today: CivilDate,
        workplaces: Workplaces
    ) -> JSONValue {
        .array(
            results(
                for: person, route: route, policy: policy, returns: returns, today: today, workplaces: workplaces
            ).map(\.json))
    }

    /// What a vacancy changes in those findings: the lines that are others when its post is looked at.
    public static func postSheet(
        for person: CivilServant, vacancy: Vacancy, route: Route, policy: PersonnelPolicy, today: CivilDate,
        sameInstansi: Bool = true, workplaces: Workplaces
    ) -> JSONValue {
        let plain = results(for: person, route: route, policy: policy, today: today, workplaces: workplaces)
        let found = results(
            for: person, vacancy: vacancy, route: route, policy: policy, start: today, returns: nil, today: today,
            sameInstansi: sameInstansi, workplaces: workplaces)
        return .array(found.filter { !plain.contains($0) }.map(\.json))
    }

    /// The rules that look at a person alone, whatever the move.
    static let aboutPerson: [RuleID] = [.r1, .r2, .r5, .r6, .r7, .r8, .r14, .r20, .r21]

    /// What those rules find of a person who would move inside the region today.
    public static func findings(
        of person: CivilServant, policy: PersonnelPolicy, today: CivilDate, workplaces: Workplaces
    ) -> [RuleResult] {
        let context = MoveContext(
            rules: Set(aboutPerson), requirement: PostRequirement(postName: ""), isSecondment: false, isActing: false,
            sameInstansi: true)
        return withoutPost(person, context, policy, today, workplaces).filter { aboutPerson.contains($0.rule) }
    }

    private static func results(
        for person: CivilServant, route: Route, policy: PersonnelPolicy, returns: CivilDate? = nil, today: CivilDate,
        workplaces: Workplaces
    ) -> [RuleResult] {
        let context = MoveContext(
            rules: Set(route.rules), requirement: PostRequirement(postName: ""),
            isSecondment: route.assignment == .second, isActing: route.isActing,
            secondmentEnd: returns.map { $0.adding(days: -1) }, sameInstansi: true)
        return withoutPost(person, context, policy, today, workplaces)
    }

    private static func withoutPost(
        _ person: CivilServant, _ context: MoveContext, _ policy: PersonnelPolicy, _ today: CivilDate,
        _ workplaces: Workplaces
    ) -> [RuleResult] {
        let subject = RuleSubject(
            person: person, today: today, start: today, left: workplaces.left(by: person, on: today))
        return RuleSheet.evaluateWithoutPost(subject, context, policy)
    }
}
