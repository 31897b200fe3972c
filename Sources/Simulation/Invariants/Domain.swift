import Negotiation
import StrictJSON

/// S13: a seat has one hold at most, a card too; `filled <= taken <= seats`; a person has one live card.
///
/// Counted from the records' bodies as the journal put them, with no reducer and no typed view.
struct Domain: Invariant {
    let name = InvariantName.domain

    func check(_ event: Event, in region: SimulatedRegion) throws {
        guard case .committed(let lines) = event else { return }
        for line in lines where line.kind == "offer.agree" && line.outcome == "accepted" {
            try checkTerms(line, in: region)
        }
        let kinds = Set(lines.flatMap(\.puts).map(\.kind))
        guard !kinds.isDisjoint(with: ["offer", "vacancy", "card"]) else { return }
        try checkAll(in: region)
    }

    /// Whoever agrees names the terms that stood when the operation was decided.
    private func checkTerms(_ line: JournalLine, in region: SimulatedRegion) throws {
        guard let record = RecordID(text: line.record),
            let before = region.ledger.versions[record]?.last(where: { $0.position < line.position }),
            let named = try JSON(parsing: line.operation)["body"]?["terms"]?.integer
        else { return }
        let stood = before.put.json?["terms"]?["version"]?.integer
        try hold(stood == named, "terms \(named) were agreed to when \(stood ?? 0) stood")
    }

    func checkAll(in region: SimulatedRegion) throws {
        var holdsOfVacancy: [String: Int] = [:]
        var holdsOfCard: [String: Int] = [:]
        for offer in region.ledger.records(.offer) {
            guard let json = offer.json, json["hold"]?["state"]?.string == "held", json["closed"] == nil else {
                continue
            }
            holdsOfVacancy[json["vacancy"]?.string ?? "", default: 0] += 1
            holdsOfCard[json["card"]?.string ?? "", default: 0] += 1
        }
        for (card, count) in holdsOfCard.sorted(by: { $0.key < $1.key }) {
            try hold(count == 1, "card \(card) is held \(count) times")
        }
        for vacancy in region.ledger.records(.vacancy) {
            guard let json = vacancy.json else { continue }
            let seats = json["seats"]?["count"]?.integer ?? 0
            let taken = json["taken"]?.integer ?? -1
            let filled = json["filled"]?.integer ?? -1
            let holds = holdsOfVacancy[vacancy.id.text] ?? 0
            try hold(
                0 <= filled && filled <= taken && taken <= seats, "\(filled) filled, \(taken) taken, \(seats) seats")
            try hold(taken == holds, "\(taken) seats are taken and \(holds) offers hold one")
        }
        try checkPersons(in: region)
    }

    /// Counted from the operations that posted and the records that ended.
    private func checkPersons(in region: SimulatedRegion) throws {
        var persons: Set<String> = []
        for line in region.ledger.lines where line.kind == "card.post" && line.outcome == "accepted" {
            guard let put = line.puts.first(where: { $0.kind == "card" }), let card = region.ledger.current(put.id),
                card.json?["ended"] == nil,
                let person = region.ledger.persons[put.id]
            else { continue }
            try hold(persons.insert(person).inserted, "a person has two live cards")
        }
    }
}
