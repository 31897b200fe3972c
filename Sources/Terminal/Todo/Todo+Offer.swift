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
        var lines = answers(offer, route)
        if let desk, !offer.contestedSides(route).isEmpty {
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

    /// The last thing before the decree: home looks at its person once more.
    private func check(_ offer: Offer, _ route: Route) -> TodoLine? {
        guard let today = records.today, offer.isApproved(route), offer.needsCheck(on: today, route) else {
            return nil
        }
        return TodoLine(
            .checkOffer, offer.id, who: offer.home, until: offer.hold?.day.adding(days: route.holdDays),
            command: "\(program(offer.home)) offer check \(records.shown(offer.id))")
    }

    private func nextDocument(_ offer: Offer, _ route: Route) -> TodoLine? {
        guard let desk, let hold = offer.hold else { return nil }
        let code = offer.nextDocument(route)
        return TodoLine(
            offer.isApproved(route) ? .issueDecree : .issueOpinion, offer.id, who: desk,
            until: hold.day.adding(days: route.holdDays), subject: code,
            command: "\(program(desk)) document issue --type \(code) --number N --date D --signer S --standing S"
                + " --line \(records.shown(offer.id))")
    }
}
