import Negotiation
import NodeKit
import StrictJSON

/// An offer that a command is about, as it would be with what waits here.
struct OfferSubject {
    let offer: Offer
    /// The set under which it was made, which keeps counting for it.
    let policy: Policy
    let route: Route

    /// Throws ``ShortIDError``, and ``CommandError`` `never-synced` when the offer's policy has not come.
    init(_ typed: String, _ workplace: Workplace) throws {
        let offer = try Offer(try workplace.foreseen(typed, .offer))
        guard let policy = try workplace.store.record(offer.policy).flatMap({ try? Policy($0) }),
            let route = policy.route(offer.route)
        else {
            throw CommandError(
                .neverSynced,
                Sentence("Kebijakan usulan ini belum diterima.", "The policy of this offer has not come yet."),
                advice: Sentence("Jalankan sync dahulu.", "Run sync first."))
        }
        self.offer = offer
        self.policy = policy
        self.route = route
    }

    /// Whether the agency speaks for home, and so owes a rule sheet; a letter has none.
    func isHome(_ workplace: Workplace) -> Bool {
        workplace.onBehalf == nil && offer.sides(of: workplace.agency).contains(.home)
    }

    /// The current terms' version, which every word about the offer names.
    var terms: (String, JSONValue) { ("terms", .integer(offer.terms.version)) }

    /// Home's rule sheet for terms of this offer; nil for the other party, which has none to give.
    func sheet(_ terms: OfferTerms, _ workplace: Workplace) throws -> JSONValue? {
        guard isHome(workplace) else { return nil }
        guard let record = try workplace.foreseen(.vacancy).first(where: { $0.id == offer.vacancy }) else {
            throw CommandError(
                .neverSynced,
                Sentence("Lowongan usulan ini belum diterima.", "The vacancy of this offer has not come yet."),
                advice: Sentence("Jalankan sync dahulu.", "Run sync first."))
        }
        return try workplace.ruleSheet(
            card: offer.card, vacancy: try Vacancy(record), route: route, policy: policy, terms: terms)
    }

    /// What is said of the terms as they stand, with home's rule sheet.
    func checked(_ workplace: Workplace) throws -> JSONValue {
        .members([terms, ("sheet", try sheet(workplace))])
    }

    /// The same for the terms as they stand.
    func sheet(_ workplace: Workplace) throws -> JSONValue? {
        try sheet(
            OfferTerms(start: offer.terms.start, returns: offer.terms.returns, partTime: offer.terms.partTime),
            workplace)
    }
}
