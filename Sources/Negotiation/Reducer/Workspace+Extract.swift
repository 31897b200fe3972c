import Personnel
import StrictJSON

/// What the parties of an offer get to see of the documents about it, when a route hid it from them until its decree.
///
/// Whoever sees a record sees all of it, so an opinion over a list stays with the personnel agency: the parties of each offer get an
/// extract of it, a record of its own with their line alone. The decree goes to the parties of all its lines, as on any route.
extension Workspace {
    /// The documents about an offer go to its parties, who see it from its decree on.
    mutating func show(documentsOf offer: Offer) throws {
        let parties = [offer.home, offer.receiving]
        let about = try records(linked: Link("offer", offer.id.text)).filter { $0.kind == .document }.map(\.id)
        let before = offer.opinions.map(\.document).filter { !about.contains($0) }
        for id in about + before {
            guard let record = try record(id) else { continue }
            let document = try read(record, Document.init)
            if try isSeen(document, byPartiesOf: offer) {
                try put(id, .document, record.audience.adding(parties), record.body)
            } else {
                let desk = try region().desk
                let extract = document.extract(try nextID(), about: offer)
                try put(extract.id, .document, .of(parties.filter { $0 != desk }), extract.body)
            }
        }
    }

    /// Whether the parties of a decreed offer see a document as it is: its decree, and what says nothing of offers that they do not
    /// both see.
    func isSeen(_ document: Document, byPartiesOf offer: Offer) throws -> Bool {
        if offer.decreed?.document == document.id { return true }
        return try document.lines.allSatisfy { line in
            guard let audience = try record(line.offer)?.audience else { return false }
            return audience.includes(offer.home) && audience.includes(offer.receiving)
        }
    }
}
