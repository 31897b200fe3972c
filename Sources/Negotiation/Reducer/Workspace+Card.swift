import StrictJSON

/// Cards: one live card for each person, written by the registry that holds the staff rows.
extension Workspace {
    mutating func postCard() throws {
        let person = try body.requiredString("person", maxBytes: 64)
        guard let person = PersonKey(hash: person) else {
            throw BodyError(path: "/body/person", expected: "the 64 digits of the keyed hash of a NIP")
        }
        let groups = try FieldGroups(reading: try body.requiredObject("card"), reserved: Card.reserved)
        let card = Card(id: operation.record, agency: author, groups: groups)
        try card.check()
        guard try claim(person.personTag) == nil else { throw Refusal(.personHasCard) }
        person.claim(for: card.id, in: &self)
        try store(card)
        try followCard(of: person, to: card)
    }

    mutating func editCard() throws -> Outcome {
        let card = try ownCard()
        return try edit(try GroupEdit(reading: body), of: .card(card))
    }

    mutating func openCard() throws {
        var card = try ownCard()
        guard !card.isOpen else { throw Refusal(.alreadyDone) }
        card.isOpen = true
        try store(card)
    }

    mutating func closeCard() throws {
        let card = try ownCard()
        let reason = try body.requiredString("reason", maxBytes: 200)
        let holding = try offers(linked: Link("card", card.id.text)).filter(\.isHolding)
        guard holding.isEmpty else {
            throw Refusal(.wrongState, [("state", "held"), ("offers", Self.ids(try seen(holding).map(\.id)))])
        }
        try end(card, reason: reason)
    }

    /// Ends a card, gives its person free, and closes its other open offers.
    mutating func end(_ card: Card, reason: String) throws {
        var card = card
        card.ended = Ending(position: position, reason: reason)
        try store(card)
        try PersonKey.release(of: card.id, in: &self)
        for offer in try offers(linked: Link("card", card.id.text)) where offer.isOpen {
            try close(offer.id, reason: "card-closed")
        }
        let word = reason == "moved" ? reason : "card-closed"
        try endRequests(ofCard: card.id, reason: word)
        try endStandbys(ofCard: card.id, reason: word)
    }

    /// A card that the author may see.
    func card(_ id: RecordID) throws -> Card {
        try read(try visible(id, .card), Card.init)
    }

    mutating func store(_ card: Card) throws {
        let named = try card.isOpen || card.ended != nil ? [] : requests(ofCard: card.id).compactMap(\.to)
        try put(card.id, .card, card.audience(desk: try region().desk, named: named), card.body)
    }

    private func ownCard() throws -> Card {
        let card = try card(operation.record)
        guard card.agency == author else { throw Refusal.notAllowed(card.agency.text) }
        guard card.ended == nil else { throw Refusal(.cardClosed) }
        return card
    }
}
