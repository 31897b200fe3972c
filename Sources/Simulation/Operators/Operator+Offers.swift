import Negotiation
import NodeKit
import Personnel
import StrictJSON
import SyncProtocol

/// Offers: made, answered, countered, refused, withdrawn.
extension Operator {
    mutating func newOfferMove() throws -> Move? {
        let vacancies = try reader.records(linked: .open(.vacancy)).compactMap { try? Vacancy($0) }
        let cards = try reader.records(linked: .open(.card)).compactMap { try? Card($0) }
            .filter { !Operator.isKept($0.id) }
        let isHome = dice.chance(perMille: 500)
        if !isHome, let move = try requestedMove(vacancies, cards) { return move }
        let wanted = isHome ? vacancies : vacancies.filter { $0.agency == agency }
        let known = isHome ? cards.filter { $0.agency == agency } : cards.filter(\.isOpen)
        guard let vacancy = pick(wanted), let card = pick(known), let (policy, route) = try route(vacancy.route) else {
            return nil
        }
        return offer(card, for: vacancy, isHome: isHome, policy, route)
    }

    /// Asks for somebody who asked to come here, whose card nobody else sees.
    private mutating func requestedMove(_ vacancies: [Vacancy], _ cards: [Card]) throws -> Move? {
        let requests = try reader.records(linked: .open(.request)).compactMap { try? Request($0) }
            .filter { request in request.to == agency && cards.contains { $0.id == request.card && !$0.isOpen } }
        guard let request = pick(requests), let (_, route) = try route(request.route),
            let vacancy = pick(vacancies.filter { $0.agency == agency && $0.route == request.route })
        else { return nil }
        return Move(
            .offerAsk,
            #"{"offer":{"card":"\#(request.card)","vacancy":"\#(vacancy.id)","terms":\#(terms(route)),"request":"\#(request.id)"}}"#
        )
    }

    mutating func offer(_ card: Card, for vacancy: Vacancy, isHome: Bool, _ policy: Policy, _ route: Route) -> Move {
        let needsSheet = isHome || card.agency == agency
        let sheet = needsSheet ? #","sheet":\#(sheet(policy))"# : ""
        let body = #"{"offer":{"card":"\#(card.id)","vacancy":"\#(vacancy.id)","terms":\#(terms(route))\#(sheet)}}"#
        return Move(isHome ? .offerPropose : .offerAsk, body)
    }

    /// What a party may say about an open offer.
    mutating func offerMove() throws -> Move? {
        let open = try reader.records(linked: .open(.offer)).compactMap { try? Offer($0) }
            .filter { !$0.sides(of: agency).isEmpty }
        guard let offer = pick(open), let (policy, route) = try route(offer.route, under: offer.policy) else {
            return nil
        }
        let terms = #""terms":\#(offer.terms.version)"#
        let sheet = offer.home == agency ? #","sheet":\#(sheet(policy))"# : ""
        let isSilent = offer.sides(of: agency).contains { offer.stance($0) == nil }
        if isSilent, dice.chance(perMille: 750) {
            return Move(.offerAgree, on: offer.id, "{\(terms)\(sheet)}")
        }
        switch dice.below(12) {
        case 0...3:
            return Move(.offerCounter, on: offer.id, #"{\#(terms),"now":\#(self.terms(route))\#(sheet)}"#)
        case 4, 5:
            let reason = reason()
            return Move(
                .offerRefuse, on: offer.id, #"{\#(terms),"reason":\#(reason.json)}"#, attachments: [reason.attachment])
        case 6: return Move(.offerWithdraw, on: offer.id, "{}")
        case 7 where offer.home == agency:
            let reason = reason()
            return Move(
                .offerDisclose, on: offer.id, #"{"profile":\#(reason.json)}"#, attachments: [reason.attachment])
        case 8: return try trainingMove(offer)
        case 9 where offer.home == agency: return Move(.offerCheck, on: offer.id, "{\(terms)\(sheet)}")
        default: return nil
        }
    }

    /// Training that an offer asks for.
    mutating func trainingMove(_ offer: Offer) throws -> Move? {
        let provider = dice.pick(agencies)
        let competence = dice.pick(["izin", "layanan", "arsip"])
        return Move(
            .trainingRequire,
            #"{"training":{"offer":"\#(offer.id)","competence":"\#(competence)","level":3,"hours":20,"provider":"\#(provider)"}}"#
        )
    }

    func route(_ code: String, under policy: RecordID? = nil) throws -> (policy: Policy, route: Route)? {
        let policies = try records(.policy, policies.policy)
        let found = policy.map { id in policies.first { $0.id == id } } ?? policies.last
        guard let found, let route = found.route(code) else { return nil }
        return (found, route)
    }

    mutating func terms(_ route: Route) -> String {
        let start = dice.below(8)
        let back = route.assignment == .second ? #","return":"\#(date(start + 8 + dice.below(25)))""# : ""
        return #"{"start":"\#(date(start))"\#(back),"note":"\#(dice.below(50))"}"#
    }

    /// The home registry's rule sheet; now and then a rule fails.
    mutating func sheet(_ policy: Policy) -> String {
        let fails = dice.chance(perMille: 30)
        let lines = ["R1", "R2", "R5", "R12", "R21", "R23"].map { rule in
            line(rule, fails && rule == "R5" ? "fail" : "pass", policy)
        }
        return "[" + lines.joined(separator: ",") + "]"
    }

    func line(_ rule: String, _ outcome: String, _ policy: Policy) -> String {
        #"{"rule":"\#(rule)","outcome":"\#(outcome)","reason":"one-post","value":{},"source":"data","article":"Ps 1","policy":\#(policy.version)}"#
    }
}
