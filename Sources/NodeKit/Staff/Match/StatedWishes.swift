import Negotiation
import Personnel

/// What people and receiving agencies have said they wish, as far as the records of one reader tell it.
public struct StatedWishes: Sendable {
    private let cards: [RecordID: Card]
    /// Open requests by card, the oldest first.
    private let requests: [RecordID: [Request]]
    /// Offers by vacancy, the oldest first.
    private let offers: [RecordID: [Offer]]

    public init(cards: [Card], requests: [Request], offers: [Offer]) {
        self.cards = Dictionary(cards.map { ($0.id, $0) }) { first, _ in first }
        self.requests = Dictionary(grouping: requests.filter { $0.ended == nil }.sorted { $0.id < $1.id }, by: \.card)
        self.offers = Dictionary(grouping: offers.sorted { $0.id < $1.id }, by: \.vacancy)
    }

    /// What a person asked for on a route with her last open request, else what her card says; nil when nobody asked her.
    public func own(_ card: RecordID, on route: String) -> Wishes? {
        let request = requests[card]?.last { $0.route.utf8.elementsEqual(route.utf8) }
        guard let request else { return cards[card]?.wishes }
        let named = request.to.map { request.wishes.agencies.contains($0) ? [] : [$0] } ?? []
        return Wishes(
            posts: request.wishes.posts, agencies: (named + request.wishes.agencies).map(\.text),
            districts: request.wishes.districts)
    }

    /// The last word of the receiving agency of a card for its vacancy; nil while it has said none.
    ///
    /// - Parameter route: the vacancy's, which says who ranks.
    public func receiver(of card: RecordID, for vacancy: Vacancy, _ route: Route?) -> ReceiverWish? {
        receiver(for: vacancy, route)[card]
    }

    /// The same of every card about which it has said a word.
    public func receiver(for vacancy: Vacancy, _ route: Route?) -> [RecordID: ReceiverWish] {
        let ranker = vacancy.ranker(route)
        let said = (offers[vacancy.id] ?? []).compactMap { offer in offer.receiverWish(ranker).map { (offer.card, $0) }
        }
        return Dictionary(said) { _, later in later }
    }
}
