import Personnel
import StrictJSON

/// Rankings: the waiting offers of a vacancy in one order, and a reason for each that is passed over.
///
/// A ranking names every offer that waits for the vacancy, so that nobody is left out in silence. Those in the order take the
/// seats as far as they go and wait on in it; an offer that is agreed later waits for the next ranking.
extension Workspace {
    mutating func rankOffers() throws {
        let vacancy = try vacancy(operation.record)
        let region = try region()
        let route = try currentPolicy().route(vacancy.route)
        guard vacancy.ended == nil else { throw Refusal(.vacancyClosed) }
        guard let ranker = vacancy.ranker(route) else {
            throw Refusal(.wrongState, [("state", .string(vacancy.mode))])
        }
        let owner = ranker == .desk ? region.desk : vacancy.agency
        guard owner == author else { throw Refusal.notAllowed(owner.text) }
        guard vacancy.isRankable(on: region.day) else {
            throw Refusal(
                .wrongState, [("state", "before-closing"), ("until", .optional(vacancy.openUntil?.iso))])
        }
        // What a policy hides from whoever ranks now waits until it is moved to one that does not.
        let waiting = try seen(waitingOffers(of: vacancy))
        guard !waiting.isEmpty else { throw Refusal(.wrongState, [("state", "nothing-waits")]) }
        let ranking = try Ranking(reading: body)
        let missing = waiting.map(\.id).filter { !ranking.named.contains($0) }
        guard missing.isEmpty else { throw Refusal(.incomplete, [("missing", Self.ids(missing))]) }
        let strays = ranking.named.filter { id in !waiting.contains { $0.id == id } }
        guard strays.isEmpty else {
            throw Refusal(.wrongState, [("state", "not-waiting"), ("offers", Self.ids(strays))])
        }
        if let limit = vacancy.shortlist(route), ranking.order.count > limit {
            throw Refusal(.limit, [("limit", .integer(limit))])
        }
        try apply(ranking)
    }

    /// Whether offers wait for a ranking that is still to come.
    func awaitsRanking(_ vacancy: Vacancy) throws -> Bool {
        guard vacancy.mode != Vacancy.Mode.first.rawValue else { return false }
        return try !waitingOffers(of: vacancy).isEmpty
    }

    private func waitingOffers(of vacancy: Vacancy) throws -> [Offer] {
        try offers(linked: Link("vacancy", vacancy.id.text)).filter { $0.isOpen && $0.hold?.state == .waiting }
    }

    private mutating func apply(_ ranking: Ranking) throws {
        let count = ranking.order.count
        for (id, reason) in ranking.passedOver {
            var offer = try linked(id, .offer, Offer.init)
            offer.ranked = Offer.Ranked(operation, at: position, of: count, reason: reason)
            try store(offer)
            try close(id, reason: "passed-over")
        }
        for (index, id) in ranking.order.enumerated() {
            var offer = try linked(id, .offer, Offer.init)
            offer.ranked = Offer.Ranked(operation, at: position, place: index + 1, of: count)
            try store(offer)
        }
        try retryWaiting(vacancy: operation.record, card: nil)
    }
}

/// `{"order":[offers],"passedOver":[{"offer","reason":{"attachment"}}]}`: each offer once.
private struct Ranking {
    var order: [RecordID]
    var passedOver: [(offer: RecordID, reason: String)]
    /// In the order in which they stand.
    let named: [RecordID]

    init(reading json: JSON) throws {
        order = try json.requiredArray("order", maxCount: Offer.openLimit).map { try $0.asRecordID() }
        passedOver = try json.requiredArray("passedOver", maxCount: Offer.openLimit).map { line in
            (try line.requiredRecordID("offer"), try line.requiredObject("reason").requiredAttachment())
        }
        named = order + passedOver.map(\.offer)
        guard Set(named).count == named.count else {
            throw BodyError(path: json.path, expected: "each offer once, in order or in passedOver")
        }
    }
}
