import Negotiation
import NodeKit

/// What agencies that talk to each other do: one offers a card to another's vacancy, and that one agrees.
extension Operator {
    /// A card of this agency for a vacancy of that one, or for exactly this vacancy.
    mutating func proposal(to receiving: AgencyCode, vacancy: RecordID? = nil) throws -> Move? {
        let open = try reader.records(linked: .open(.offer)).compactMap { try? Offer($0) }
        let vacancies = try reader.records(linked: .open(.vacancy)).compactMap { try? Vacancy($0) }
            .filter { $0.agency == receiving && $0.id == vacancy ?? $0.id }
        let cards = try reader.records(linked: .open(.card)).compactMap { try? Card($0) }.filter { card in
            card.agency == agency && !Self.isKept(card.id) && !open.contains { $0.card == card.id }
        }
        guard let vacancy = pick(vacancies), let card = pick(cards), let (policy, route) = try route(vacancy.route)
        else {
            return nil
        }
        return offer(card, for: vacancy, isHome: true, policy, route)
    }

    /// The receiver's word for every offer for this vacancy that it has said nothing about.
    func agreements(vacancy: RecordID) throws -> [Move] {
        try reader.records(linked: .open(.offer)).compactMap { try? Offer($0) }
            .filter {
                $0.vacancy == vacancy && $0.receiving == agency && $0.home != agency && $0.stance(.receiving) == nil
            }
            .map { Move(.offerAgree, on: $0.id, #"{"terms":\#($0.terms.version)}"#) }
    }

    /// Takes an offer back whose terms this agency set: one that holds a seat when there is one.
    mutating func retreat(from receiving: AgencyCode) throws -> Move? {
        let own = try reader.records(linked: .open(.offer)).compactMap { try? Offer($0) }
            .filter { $0.isOpen && $0.home == agency && $0.receiving == receiving && $0.terms.by == .home }
        let holding = own.filter(\.isHolding)
        return pick(holding.isEmpty ? own : holding).map { Move(.offerWithdraw, on: $0.id, "{}") }
    }
}
