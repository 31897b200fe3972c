import StrictJSON

@testable import Negotiation

/// What must hold in every state.
extension Picture {
    /// Checks the seats, cards and offers near the records that a decision changed.
    func checkParts(touchedBy effects: [Effect]) throws {
        var vacancies: Set<RecordID> = []
        var cards: Set<RecordID> = []
        for case .put(let record) in effects {
            let offer = offers[record.id] ?? transfers[record.id].flatMap { self.offers[$0.offer] }
            if let offer {
                vacancies.insert(offer.vacancy)
                cards.insert(offer.card)
            }
            if record.kind == .vacancy { vacancies.insert(record.id) }
            if record.kind == .card { cards.insert(record.id) }
        }
        guard !vacancies.isEmpty || !cards.isEmpty else { return }
        let offers = offers.all
        for id in vacancies {
            try check(vacancy: id, offers.filter { $0.vacancy == id })
        }
        for id in cards {
            try check(card: id, offers.filter { $0.card == id })
        }
        let heldCards = Set(offers.filter(\.isHolding).map(\.card))
        let transfers = Dictionary(grouping: transfers.all, by: \.offer)
        let training = Set(trainings.all.filter { $0.ended == nil }.map(\.offer))
        for offer in offers where vacancies.contains(offer.vacancy) || cards.contains(offer.card) {
            try check(offer, transfers[offer.id] ?? [], isCardHeld: heldCards.contains(offer.card))
            try hold(offer.closed == nil || !training.contains(offer.id), "a closed offer has open training")
        }
        if !cards.isEmpty {
            try checkClaims()
        }
        try checkPackages(of: offers)
    }

    /// Checks the whole state, and that the fold says the same as the views.
    func checkEverything(in town: Town) throws {
        try checkParts(touchedBy: town.state.records.map(Effect.put))
        for record in town.state.records {
            try hold(try town.state.records(linked: .kind(record.kind)).contains(record), "\(record.kind) is not found")
            try hold(records[record.id] == record, "\(record.kind) differs from the fold")
        }
        let open = offers.all.filter(\.isOpen).map(\.id)
        try hold(try town.state.records(linked: .open(.offer)).map(\.id) == open, "open offers")
    }

    private func check(vacancy id: RecordID, _ offers: [Offer]) throws {
        guard let vacancy = vacancies[id] else { throw Violation("an offer's vacancy is missing") }
        let holding = offers.filter(\.isHolding)
        try hold(vacancy.taken == holding.count, "taken \(vacancy.taken), but \(holding.count) offers hold")
        try hold(vacancy.filled <= vacancy.taken && vacancy.taken <= vacancy.seats, "filled <= taken <= seats")
        let started = holding.filter { transfer(of: $0)?.started != nil }
        try hold(vacancy.filled == started.count, "filled \(vacancy.filled), but \(started.count) have started")
        if let card = vacancy.leavingCard, !started.isEmpty {
            try hold(hasMoved(card), "two people in one seat")
        }
        let isSeen = records[id]?.audience == .all
        try hold(isSeen || vacancy.openedBy != nil, "an agency's own vacancy is hidden")
        try hold(isSeen || !offers.contains { $0.decreed != nil }, "a decreed vacancy is hidden")
        if vacancy.ended != nil {
            try hold(!offers.contains(where: \.isOpen), "an ended vacancy has open offers")
            try hold(vacancy.taken == vacancy.filled, "an ended vacancy has a held seat that nobody fills")
        }
    }

    private func check(card id: RecordID, _ offers: [Offer]) throws {
        guard let card = cards[id] else { throw Violation("an offer's card is missing") }
        let asked = requests.all.filter { $0.card == id && $0.ended == nil }.compactMap(\.to)
        let seeing = Audience.of(
            [card.agency] + ["bkd"].compactMap { AgencyCode($0) } + (card.ended == nil ? asked : []))
        let isPooled = card.isOpen && card.ended == nil
        try hold(records[id]?.audience == (isPooled ? .all : seeing), "others see a card than it is open to")
        // Who is lent out can be confirmed at a new agency meanwhile.
        let holding = offers.filter(\.isHolding)
        let others = holding.filter { vacancies[$0.vacancy]?.reorganised == nil || holding.count == 1 }
        try hold(holding.count <= 2 && others.count <= 1, "a card is held twice")
        try hold(holding.count < 2 || others.allSatisfy(isLent), "two seats, and neither is lent")
        let moved = offers.compactMap(transfer(of:)).filter { $0.effect == .definitive && $0.started != nil }
        try hold(moved.count <= 1, "a person in two posts")
        if card.ended != nil {
            try hold(!offers.contains(where: \.isOpen), "an ended card has open offers")
        }
        for vacancy in Set(offers.map(\.vacancy)) {
            let alive = offers.filter { $0.vacancy == vacancy && $0.closed == nil }
            try hold(alive.count <= 1, "two offers of one card for one vacancy")
        }
    }

    private func check(_ offer: Offer, _ transfers: [Transfer], isCardHeld: Bool) throws {
        guard let route = route(of: offer), let vacancy = vacancies[offer.vacancy] else {
            throw Violation("an offer without route or vacancy")
        }
        try hold(transfers.map(\.id) == (offer.decreed.map { [$0.transfer] } ?? []), "\(transfers.count) transfers")
        try checkSight(of: offer, route)
        if offer.decreed != nil { try checkDecreed(offer, route) }
        if offer.isOpen {
            let isSettled = offer.isSettled(route)
            try hold(isSettled == (offer.hold != nil), "settled: \(isSettled), but hold: \(offer.hold != nil)")
            if offer.hold?.state == .waiting {
                let isTrue =
                    switch offer.hold?.reason {
                    case "seat": vacancy.seatsFree == 0
                    case "card": isCardHeld
                    case "package": offer.package != nil
                    default: offer.hold?.reason == vacancy.mode && offer.ranked == nil
                    }
                try hold(isTrue, "an offer waits for a free \(offer.hold?.reason ?? "")")
            }
        }
        if offer.isHolding, vacancy.mode != "first" {
            try hold(offer.ranked?.place != nil, "an offer holds a seat without a place in a ranking")
        }
        try hold(
            (offer.ranked?.reason != nil) == (offer.closed?.reason == "passed-over"), "passed over, but not closed so")
        if let transfer = transfers.first {
            let isOver = transfer.ended.map { !["received", Transfer.onPaper].contains($0.reason) } ?? false
            try hold(isOver == (offer.closed != nil), "the transfer ended, its offer did not")
        }
    }

    /// What is hidden until the decree is the desk's alone until then, its documents too.
    private func checkSight(of offer: Offer, _ route: Route) throws {
        guard let record = records[offer.id] else { throw Violation("an offer without a record") }
        for party in [offer.home, offer.receiving] where party.text != "bkd" {
            try hold(
                record.audience.includes(party) != offer.isHidden(route), "\(party) sees a hidden offer, or no other")
        }
        guard offer.isHidden(route) else { return }
        let desk = Audience.of(AgencyCode("bkd").map { [$0] } ?? [])
        for document in documents.all where document.lines.contains(where: { $0.offer == offer.id }) {
            try hold(records[document.id]?.audience == desk, "a document tells of a hidden offer")
        }
    }

    /// No decree without its route's opinions, the person's word and home's findings.
    private func checkDecreed(_ offer: Offer, _ route: Route) throws {
        try hold(route.requiredOpinions.allSatisfy(offer.hasOpinion), "a decree without an opinion")
        try hold(offer.isSettled(route), "a decree over somebody who has to agree")
        let needsSheet = !route.homeRules.isEmpty && !offer.isDecidedOver(.home)
        try hold(!needsSheet || offer.sheet != nil, "a decree without home's findings")
    }

    /// One live card for each person, tied both ways, and no tie of an ended card.
    private func checkClaims() throws {
        let live = Set(cards.all.filter { $0.ended == nil }.map(\.id))
        let people = claims.filter { $0.key.hasPrefix("person:") }.map(\.value)
        try hold(Set(people) == live && people.count == live.count, "people and live cards differ")
        let back = claims.filter { $0.key.hasPrefix("card:") }
        try hold(back.count == live.count, "ties of ended cards")
        for (tag, person) in back {
            let card = claims["person:" + person.text]
            try hold(card.map { "card:" + $0.text } == tag, "a person's tags do not lead to each other")
        }
    }

    private func isLent(_ offer: Offer) -> Bool {
        transfer(of: offer).map { $0.effect == .second && $0.started != nil && $0.ended == nil } ?? false
    }

    func transfer(of offer: Offer) -> Transfer? {
        offer.decreed.flatMap { transfers[$0.transfer] }
    }
}
