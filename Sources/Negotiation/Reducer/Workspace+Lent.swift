import Personnel

/// People who are lent out while they move for good with their unit: they are confirmed while they are away, and return to the new
/// agency.
///
/// Rejected: a confirmation that waits for the return. An agency that ends would have to go on for the months of its last secondment.
extension Workspace {
    /// Whether an offer is that of a secondment under way.
    func isLent(_ offer: Offer) throws -> Bool {
        try transfer(of: offer)?.isSecondmentUnderWay ?? false
    }

    /// Before the card of somebody who moves for good ends: the new agency is the home of the secondment under way, and the card that it
    /// opens for the person stands in this one's place.
    mutating func followHome(of card: RecordID, to agency: AgencyCode) throws {
        for var offer in try offers(linked: Link("card", card.text)) where try offer.isHolding && isLent(offer) {
            guard var transfer = try transfer(of: offer) else { continue }
            offer.home = agency
            try store(offer)
            transfer.home = agency
            if transfer.asked?.by == .home {
                // What the old home asked for is nobody's word any more.
                transfer.asked = nil
            }
            try store(transfer)
            try followRecords(of: offer)
            try PersonKey.lend(card, in: transfer.id, in: &self)
        }
    }

    /// The new agency's card of somebody who is lent out holds the seat from now on.
    mutating func followCard(of person: PersonKey, to card: Card) throws {
        guard let id = try claim(person.lentTag), var transfer = try record(id).map(Transfer.init) else { return }
        guard transfer.ended == nil else { return try release(person.lentTag, of: id) }
        guard transfer.home == card.agency else { return }
        try release(person.lentTag, of: id)
        var offer = try linked(transfer.offer, .offer, Offer.init)
        offer.card = card.id
        try store(offer)
        transfer.card = card.id
        try store(transfer)
    }

    /// Somebody has begun to serve elsewhere for a while: a confirmation that waited for the card need not wait any longer.
    mutating func retryConfirmation(besides lent: Offer) throws {
        let waiting = try offers(linked: Link("card", lent.card.text)).filter {
            $0.id != lent.id && $0.isOpen && $0.hold?.state == .waiting
        }
        for offer in waiting where try linked(offer.vacancy, .vacancy, Vacancy.init).reorganised != nil {
            try tryHold(offer)
        }
    }
}
