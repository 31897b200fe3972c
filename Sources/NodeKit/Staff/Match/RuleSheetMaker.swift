import Negotiation
import Personnel
import StrictJSON

/// The home's rule sheet for a move: what its staff data says about every rule except those of the coordinator alone.
public enum RuleSheetMaker {
    /// The findings in the order R1 to R27, without R3, R18, R19 and R24.
    ///
    /// - Parameters:
    ///   - route: the route of the vacancy in the policy that counts for the offer.
    ///   - start: the first day of the move, from the terms.
    ///   - returns: for a secondment the day back in the own post, from the terms; its last day is the day before.
    ///   - today: the region's day.
    public static func results(
        for person: CivilServant, vacancy: Vacancy, route: Route, policy: PersonnelPolicy, start: CivilDate,
        returns: CivilDate?, today: CivilDate
    ) -> [RuleResult] {
        let context = MoveContext(
            rules: Set(route.rules), requirement: vacancy.requirement, isSecondment: route.assignment == .second,
            secondmentEnd: returns.map { $0.adding(days: -1) }, sameInstansi: true)
        return RuleSheet.evaluate(RuleSubject(person: person, today: today, start: start), context, policy)
    }

    /// The same as the array `sheet` of an offer.
    public static func sheet(
        for person: CivilServant, vacancy: Vacancy, route: Route, policy: PersonnelPolicy, start: CivilDate,
        returns: CivilDate?, today: CivilDate
    ) -> JSONValue {
        .array(
            results(
                for: person, vacancy: vacancy, route: route, policy: policy, start: start, returns: returns,
                today: today
            ).map(\.json))
    }
}
