import Personnel
import StrictJSON
import Testing

@testable import Negotiation

extension Walk {
    static let attachment = #"{"attachment":"\#(String(repeating: "e", count: 64))"}"#

    mutating func newOfferMove() throws -> Move? {
        let vacancies = picture.vacancies.all.filter { $0.ended == nil }
        let cards = picture.cards.all.filter { $0.ended == nil }
        let alive = picture.offers.all.filter { $0.closed == nil }
        guard let vacancy = dice.pick(vacancies), let card = dice.pick(cards),
            !alive.contains(where: { $0.card == card.id && $0.vacancy == vacancy.id }),
            alive.filter(\.isOpen).count < 16,
            let route = picture.policies.all.last?.route(vacancy.route)
        else { return nil }
        if keptCards.contains(card.id), vacancy.agency != card.agency || !mayBeOffered(card) { return nil }
        let opens = route.opens == [.desk] || route.opens.contains(.desk) && dice.happens(30)
        if opens {
            return Move(
                "bkd", .offerOpen, about: card.id,
                #"{"offer":{"card":"\#(card.id)","vacancy":"\#(vacancy.id)","terms":\#(try newTerms(route))}}"#)
        }
        let request = picture.requests.all.first {
            $0.ended == nil && $0.card == card.id && $0.to == vacancy.agency && $0.route == vacancy.route
        }
        let asks = (card.isOpen || request != nil) && dice.happens(40)
        let names = request.map { #","request":"\#($0.id)""# } ?? ""
        let sheet = asks && card.agency != vacancy.agency ? "" : #","sheet":\#(newSheet())"#
        let body =
            #"{"offer":{"card":"\#(card.id)","vacancy":"\#(vacancy.id)","terms":\#(try newTerms(route))\#(sheet)\#(names)}}"#
        return asks
            ? Move(node(vacancy.agency), .offerAsk, about: card.id, body)
            : Move(node(card.agency), .offerPropose, about: card.id, body)
    }

    /// What somebody may do with an open offer.
    mutating func offerMove() throws -> Move? {
        guard let offer = dice.pick(picture.offers.all.filter(\.isOpen)), let route = picture.route(of: offer) else {
            return nil
        }
        if dice.happens(4) {
            return try trainingMove(offer)
        }
        if dice.happens(4) {
            return Move(node(offer.home), .offerDisclose, on: offer.id, #"{"profile":\#(Self.attachment)}"#)
        }
        if offer.awaitsPerson(route) && dice.happens(40) || offer.isPersonContested(route) && dice.happens(20) {
            return personMove(offer, agreeing: 80)
        }
        if offer.policy != picture.policies.all.last?.id, dice.happens(12) {
            return Move("bkd", .offerMove, on: offer.id, #"{"terms":\#(offer.terms.version)}"#)
        }
        if offer.terms.isByDesk, dice.happens(8) { return try deskMove(offer, route) }
        if route.isHidden, offer.sheet == nil, dice.happens(70) {
            let lines = Town.sheet(leavingOut: [.r2], policy: picture.policies.all.last?.version ?? 1)
            let posts = dice.happens(60) ? #","posts":[{"vacancy":"\#(offer.vacancy)","sheet":\#(lines)}]"# : ""
            return Move(
                offer.home.text, .cardCheck, on: offer.card,
                #"{"route":"\#(route.code)","sheet":\#(newSheet())\#(posts)}"#)
        }
        let side = dice.pick(offer.openSides(route)) ?? dice.pick(Side.allCases) ?? .home
        switch offer.label(route) {
        case .proposed where dice.happens(20): return nil
        case .proposed: return try stanceMove(offer, side, route, agreeing: 72)
        case .contested where dice.happens(60):
            let proceeds = dice.happens(55)
            return Move(
                "bkd", .offerDecide, on: offer.id,
                #"{"terms":\#(offer.terms.version),"proceed":\#(proceeds),"reason":\#(Self.attachment)}"#)
        case .contested: return try stanceMove(offer, offer.contestedSides(route).first ?? side, route, agreeing: 50)
        case .waiting: return dice.happens(25) ? try stanceMove(offer, side, route, agreeing: 20) : nil
        case .held, .approved:
            return dice.happens(88) ? documentMove(offer, route) : try stanceMove(offer, side, route, agreeing: 0)
        case .decreed, .closed: return nil
        }
    }

    mutating func stanceMove(_ offer: Offer, _ side: Side, _ route: Route, agreeing: Int) throws -> Move? {
        let author = offer.agency(side)
        let terms = #""terms":\#(offer.terms.version)"#
        let sheet = author == offer.home ? #","sheet":\#(newSheet(offer))"# : ""
        if dice.happens(agreeing) {
            return Move(node(author), .offerAgree, on: offer.id, "{\(terms)\(sheet)}")
        }
        switch dice.roll(10) {
        case 0...3:
            return Move(
                node(author), .offerCounter, on: offer.id, #"{\#(terms),"now":\#(try newTerms(route))\#(sheet)}"#)
        case 4 where author == offer.home, 5 where author == offer.home:
            return Move(node(author), .offerCheck, on: offer.id, "{\(terms)\(sheet)}")
        case 4...7:
            return Move(node(author), .offerRefuse, on: offer.id, #"{\#(terms),"reason":\#(Self.attachment)}"#)
        default: return Move(node(offer.agency(offer.terms.by)), .offerWithdraw, on: offer.id, "{}")
        }
    }

    /// The next paper of the offer's route, with the others of its package and up to two more offers that want the same one.
    mutating func documentMove(_ offer: Offer, _ route: Route) -> Move? {
        func next(_ offer: Offer) -> String? {
            guard offer.isOpen, offer.isHolding, let route = picture.route(of: offer) else { return nil }
            return offer.nextDocument(route)
        }
        guard let type = next(offer) else { return nil }
        let others = picture.offers.all.filter { $0.id != offer.id && next($0) == type }
        let fellows = others.filter { offer.package != nil && $0.package == offer.package && dice.happens(97) }
        let more = others.filter { $0.package == nil }.prefix(dice.roll(3))
        let lines = ([offer] + fellows + more).map { line in
            if type != route.document, dice.happens(8), let changed = change(of: line) { return changed }
            let result = dice.happens(5) ? "struck" : "favourable"
            return #"{"offer":"\#(line.id)","terms":\#(line.terms.version),"result":"\#(result)"}"#
        }
        let document = paper(type, "\(decisions.count)", lines)
        guard type == route.document, offer.package != nil else {
            return Move("bkd", .documentIssue, #"{"document":\#(document)}"#)
        }
        let besides = documents(besides: offer, type)
        return Move("bkd", .documentIssue, #"{"document":\#(document)\#(besides)}"#)
    }

    private func paper(_ type: String, _ number: String, _ lines: [String]) -> String {
        #"{"type":"\#(type)","number":"\#(number)","date":"2026-06-01","signer":"Kepala","standing":"definitif","lines":[\#(lines.joined(separator: ","))]}"#
    }

    /// The documents of other kinds in which the package of an offer ends, most often all of them.
    private mutating func documents(besides offer: Offer, _ type: String) -> String {
        var lines: [(type: String, lines: [String])] = []
        for other in picture.offers.all where other.package == offer.package && other.isOpen {
            guard let code = picture.route(of: other)?.document, code != type, dice.happens(97) else { continue }
            let line = #"{"offer":"\#(other.id)","terms":\#(other.terms.version),"result":"favourable"}"#
            if let index = lines.firstIndex(where: { $0.type == code }) {
                lines[index].lines.append(line)
            } else {
                lines.append((code, [line]))
            }
        }
        guard !lines.isEmpty else { return "" }
        let papers = lines.enumerated().map {
            paper($0.element.type, "\(decisions.count)/\($0.offset)", $0.element.lines)
        }
        return #","with":[\#(papers.joined(separator: ","))]"#
    }

    /// A line that puts another card or vacancy in an offer's place, most often one that can stand there.
    private mutating func change(of offer: Offer) -> String? {
        let isPerson = dice.happens(60)
        let cards = picture.cards.all.filter { $0.ended == nil && !keptCards.contains($0.id) }
        let vacancies = picture.vacancies.all.filter { $0.ended == nil && $0.route == offer.route }
        guard let other = isPerson ? dice.pick(cards)?.id : dice.pick(vacancies)?.id else { return nil }
        if !isPerson, keptCards.contains(offer.card) { return nil }
        let member = isPerson ? "card" : "vacancy"
        return
            #"{"offer":"\#(offer.id)","terms":\#(offer.terms.version),"result":"struck","changed":{"\#(member)":"\#(other)"}}"#
    }

    /// A decree that is corrected or revoked.
    mutating func correctionMove(_ transfer: Transfer, _ offer: Offer) throws -> Move? {
        guard let code = picture.route(of: offer)?.correction else { return nil }
        let start = dice.happens(70) ? #","start":"\#(try date(dice.roll(9)))""# : ""
        let line = dice.happens(40) ? #""result":"struck""# : #""result":"favourable"\#(start)"#
        return Move(
            "bkd", .documentIssue,
            #"{"document":{"type":"\#(code)","number":"\#(decisions.count)","date":"2026-06-01","signer":"Kepala","standing":"definitif","corrects":"\#(transfer.document)","lines":[{"offer":"\#(offer.id)","terms":\#(offer.terms.version),\#(line)}]}}"#
        )
    }

    /// What home or the desk records of the person.
    mutating func personMove(_ offer: Offer, agreeing: Int) -> Move {
        let says = dice.happens(agreeing) ? "agree" : "refuse"
        return Move(
            dice.happens(50) ? "bkd" : node(offer.home), .offerPerson, on: offer.id,
            #"{"terms":\#(offer.terms.version),"says":"\#(says)","letter":{"number":"S","date":"2026-06-01"},"scan":\#(Self.attachment)}"#
        )
    }

    /// What the desk does with an offer of its own.
    private mutating func deskMove(_ offer: Offer, _ route: Route) throws -> Move {
        dice.happens(60)
            ? Move(
                "bkd", .offerCounter, on: offer.id,
                #"{"terms":\#(offer.terms.version),"now":\#(try newTerms(route))}"#)
            : Move("bkd", .offerWithdraw, on: offer.id, "{}")
    }

    private mutating func newTerms(_ route: Route) throws -> String {
        let start = dice.roll(8)
        let back = route.assignment == .second ? #","return":"\#(try date(start + 8 + dice.roll(25)))""# : ""
        return #"{"start":"\#(try date(start))"\#(back),"note":"\#(dice.roll(50))"\#(newConditions())}"#
    }

    mutating func newSheet(_ offer: Offer? = nil) -> String {
        let policies = picture.policies.all
        let policy = offer.flatMap { picture.policies[$0.policy] } ?? policies.last
        return Town.sheet(failing: dice.happens(3) ? [.r5] : [], policy: policy?.version ?? 1)
    }
}
