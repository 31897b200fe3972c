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
        guard let today = records.today, offer.isApproved(route) || offer.sheet == nil,
            offer.needsCheck(on: today, route)
        else { return nil }
        let check =
            offer.terms.isByDesk && route.home == .none
            ? "card check \(records.shown(offer.card)) --route \(route.code)" : "offer check \(records.shown(offer.id))"
        return TodoLine(
            .checkOffer, offer.id, who: offer.home, until: offer.hold?.day.adding(days: route.holdDays),
            command: "\(program(offer.home)) \(check)")
    }

    private func nextDocument(_ offer: Offer, _ route: Route) -> TodoLine? {
        guard let desk, let hold = offer.hold, !isReorganised(offer.vacancy) else { return nil }
        let void = records.voidOpinions(of: offer, route)
        let again = route.requiredOpinions.first { void.contains($0) || !offer.hasOpinion($0) }
        if again == nil, let package = package(of: offer) { return decree(of: package, at: offer, hold, route, desk) }
        let code = again ?? route.document
        guard let lines = documentLines(offer, code) else { return nil }
        return TodoLine(
            again == nil ? .issueDecree : .issueOpinion, offer.id, who: desk,
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

extension VisibleRecords {
    /// The codes of an offer's opinions that count no more, since another head of region holds the office.
    func voidOpinions(of offer: Offer, _ route: Route) -> [String] {
        guard let today, let head = policies.last(where: { $0.from <= today })?.head?.holder(on: today) else {
            return []
        }
        let void = offer.opinions(voidUnder: head, route) { id in documents.first { $0.id == id }?.date }
        // Said again since, it counts.
        return void.map(\.code).filter { code in
            !offer.opinions.contains { $0.code == code && $0.terms == offer.terms.version && !void.contains($0) }
        }
    }
}
