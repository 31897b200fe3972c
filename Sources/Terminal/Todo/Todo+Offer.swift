import Negotiation
import Personnel

/// Offers: answers of the parties, the personnel agency's decision, opinions and the document that ends it.
extension Todo {
    public func lines(of offer: Offer) -> [TodoLine] {
        guard offer.isOpen, let route = records.route(offer) else { return [] }
        switch offer.hold?.state {
        case .waiting: return []
        case .held: return [check(offer, route), nextDocument(offer, route)].compactMap { $0 }
        case nil: break
        }
        var lines = answers(offer, route) + person(offer, route)
        if let desk, offer.isContested(route) {
            lines.append(
                TodoLine(
                    .decideOffer, offer.id, who: desk,
                    command: "\(program(desk)) offer decide \(records.shown(offer.id)) --proceed --reason T"))
        }
        return lines
    }

    private func answers(_ offer: Offer, _ route: Route) -> [TodoLine] {
        var agencies: [AgencyCode] = []
        return offer.openSides(route).compactMap { side in
            let agency = offer.agency(side)
            guard !agencies.contains(agency) else { return nil }
            agencies.append(agency)
            return TodoLine(
                .answerOffer, offer.id, who: agency, until: offer.deadline(side, route), subject: side.rawValue,
                command: "\(program(agency)) offer agree \(records.shown(offer.id))")
        }
    }

    /// The person's word, which home or the desk records.
    private func person(_ offer: Offer, _ route: Route) -> [TodoLine] {
        guard let until = offer.personDeadline(route) else { return [] }
        return [
            TodoLine(
                .recordPerson, offer.id, who: offer.home, until: until,
                command: "\(program(offer.home)) offer person \(records.shown(offer.id)) agree --letter N --date D")
        ]
    }

    /// The last thing before the decree: home looks at its person once more.
    private func check(_ offer: Offer, _ route: Route) -> TodoLine? {
        let isByCard = offer.terms.isByDesk && route.home == .none
        // The post was never looked at, and home need not be told which one is meant.
        let lacksPost = isByCard && RuleResult.sheet(offer.sheet).contains { $0.reason == .noPostNamed }
        guard let today = records.today, offer.isApproved(route) || offer.sheet == nil,
            lacksPost || offer.needsCheck(on: today, route)
        else { return nil }
        let check =
            isByCard
            ? "card check \(records.shown(offer.card)) --route \(route.code) --all"
            : "offer check \(records.shown(offer.id))"
        return TodoLine(
            .checkOffer, offer.id, who: offer.home, until: offer.hold?.day.adding(days: route.holdDays),
            command: "\(program(offer.home)) \(check)")
    }

    private func nextDocument(_ offer: Offer, _ route: Route) -> TodoLine? {
        guard let desk, let hold = offer.hold, !isReorganised(offer.vacancy) else { return nil }
        let code = offer.nextDocument(route)
        if code == route.document, let package = package(of: offer) {
            return decree(of: package, at: offer, hold, route, desk)
        }
        guard let lines = documentLines(offer, code) else { return nil }
        return TodoLine(
            code == route.document ? .issueDecree : .issueOpinion, offer.id, who: desk,
            until: hold.day.adding(days: route.holdDays), subject: code,
            command: "\(program(desk)) document issue --type \(code) --number N --date D --signer S --standing S"
                + lines.map { " --line \(records.shown($0))" }.joined())
    }

    /// A package is decreed by one act once each of its offers has its opinions, with a document for each kind in which they end.
    private func decree(
        of package: Package, at offer: Offer, _ hold: Offer.Hold, _ route: Route, _ desk: AgencyCode
    ) -> TodoLine? {
        guard package.stopped == nil, package.offers.first == offer.id else { return nil }
        var further: [String] = []
        for id in package.offers {
            guard let other = records.offer(id), let ending = records.route(other)?.document,
                records.route(other).map(other.nextDocument) == ending
            else { return nil }
            if ending != route.document, !further.contains(ending) { further.append(ending) }
        }
        return TodoLine(
            .issueDecree, offer.id, who: desk, until: hold.day.adding(days: route.holdDays), subject: route.document,
            command:
                "\(program(desk)) document issue --type \(route.document) --number N --date D --signer S --standing S"
                + package.offers.map { " --line \(records.shown($0))" }.joined()
                + further.map { " --with \($0)=N" }.joined())
    }

    /// The offers that one document is about: of a package every one that lacks it, asked for once. Nil where nothing is issued
    /// about this one.
    private func documentLines(_ offer: Offer, _ code: String) -> [RecordID]? {
        guard let package = package(of: offer) else { return [offer.id] }
        guard package.stopped == nil else { return nil }
        let lacking = package.offers.filter { id in
            guard let other = records.offer(id), let route = records.route(other) else { return id != offer.id }
            return other.nextDocument(route) == code
        }
        return lacking.first == offer.id ? lacking : nil
    }
}
