import StrictJSON

/// One person in the official files of two agencies: the personnel agency settles it.
extension Workspace {
    /// `card.contest` on the region: a registry whose `card.post` was refused says that the person stands in its own file too.
    ///
    /// The agency with the live card and the desk get a notice, one for each agency that says so, brought up to date when it is
    /// said again. The author is told nothing that the refusal had not said already: neither the card nor whose it is.
    mutating func contestCard() throws {
        let region = try region()
        guard operation.record == region.id else { throw Refusal.notFound }
        guard let person = PersonKey(hash: try body.requiredString("person", maxBytes: 64)) else {
            throw BodyError(path: "/body/person", expected: "the 64 digits of the keyed hash of a NIP")
        }
        guard let id = try claim(person.personTag) else { throw Refusal(.wrongState, [("state", "no-card")]) }
        let card = try linked(id, .card, Card.init)
        guard card.agency != author else { throw Refusal(.exists, [("card", .string(id.text))]) }
        for record in try records(linked: Link("about", id.text)) where record.kind == .notice {
            var notice = try read(record, Notice.init)
            guard notice.code == .personTwice, notice.detailed("claimedBy") == author.text else { continue }
            notice.day = region.day
            return try put(notice.id, .notice, record.audience, notice.body)
        }
        try notify(.personTwice, of: card.agency, record: id, detail: [("claimedBy", .string(author.text))])
    }
}
