import Negotiation
import NodeKit
import Personnel
import StrictJSON

extension Workplace {
    /// Home's findings on the rules of a route before any post is named: what depends on the post is for a person to check.
    ///
    /// - Parameter days: the longest stay, which begins today at the earliest.
    func ruleSheet(card: RecordID, route: Route, policy: Policy, days: Int) throws -> JSONValue {
        let today = try today()
        return RuleSheetMaker.sheet(
            for: try sheet(ofCard: card).civilServant, route: route, policy: policy.personnel, start: today,
            returns: today.adding(days: days), today: today,
            workplaces: try store.staff.read { try $0.workplaces(on: today, policy.personnel) })
    }
}
