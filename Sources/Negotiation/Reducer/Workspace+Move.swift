import Personnel
import StrictJSON

/// Open offers keep the policy under which they were made, until the personnel agency moves one to the policy in force.
///
/// The terms stay in words and become a new version to which nobody has agreed: home's findings, the parties' agreement and the
/// opinions were all given under other rules. Whoever set the terms still may take them back. An offer of a package moves by
/// itself and loosens it, as any new terms do.
extension Workspace {
    /// `offer.move` `{"terms": n}`.
    mutating func moveOffer() throws {
        let (old, oldRoute, _) = try negotiable()
        try checkTerms(old)
        let policy = try currentPolicy()
        guard policy.id != old.policy else {
            throw Refusal(.alreadyDone, [("policy", .integer(policy.version))])
        }
        let vacancy = try linked(old.vacancy, .vacancy, Vacancy.init)
        let route = try movedRoute(of: old, from: oldRoute, vacancy, policy)
        guard old.terms.version < Terms.versionLimit else {
            throw Refusal(.limit, [("limit", .integer(Terms.versionLimit))])
        }
        var offer = old
        offer.policy = policy.id
        offer.moved = Offer.Moved(from: old.policy, stamp: EntryStamp(operation, at: position))
        offer.renew(old.terms.again(position: position, day: try region().day))
        try takeCheck(&offer, route)
        try refuseBlocking(RuleResult.sheet(offer.sheet), route)
        try checkRules(&offer, try linked(offer.card, .card, Card.init), vacancy, route, policy)
        let isShown = oldRoute.isHidden && !route.isHidden
        if isShown { try show(vacancy) }
        try renegotiate(offer, after: old)
        if isShown, let package = offer.package {
            // Its parties see it too, when none of its offers is hidden any more.
            try store(try linked(package, .package, Package.init))
        }
    }

    /// The offer's route in the new policy, when the offer as it stands can go on there.
    private func movedRoute(
        of offer: Offer, from old: Route, _ vacancy: Vacancy, _ policy: Policy
    ) throws -> Route {
        guard let route = policy.route(offer.route) else {
            throw Refusal(
                .unsupported,
                [
                    ("route", .string(offer.route)), ("policy", .integer(policy.version)),
                    ("expected", .array(policy.routes.map { .string($0.code) })),
                ])
        }
        func refuse(_ name: String, _ value: String) -> Refusal {
            Refusal(
                .unsupported,
                [("route", .string(route.code)), ("policy", .integer(policy.version)), (name, .string(value))])
        }
        // The terms of one have a return, those of the other must not.
        guard route.assignment == old.assignment else { throw refuse("assignment", route.assignment.rawValue) }
        // What its parties have seen cannot be hidden from them.
        guard old.isHidden || !route.isHidden else { throw refuse("seen", route.seen.rawValue) }
        guard route.modes.contains(vacancy.mode) else { throw refuse("mode", vacancy.mode) }
        return route
    }
}
