import Personnel
import StrictJSON

/// Holds: a seat and a card together, or nothing.
///
/// Rejected: holding the seat first and the card later. Two offers would then each hold what the other waits for. A
/// waiting offer holds nothing; whenever something falls free, the waiting offers that touch it are tried once, in the
/// order in which they began to wait or were ranked, and checked again first. Each try either takes a seat or changes nothing, so one
/// release ends after at most as many tries as there are waiting offers of one vacancy and one card.
extension Workspace {
    /// Stores the offer, and holds or lets it wait once every party is settled.
    mutating func settle(_ offer: Offer) throws {
        let (route, _) = try route(of: offer)
        guard offer.isOpen, offer.hold == nil, offer.isSettled(route) else {
            try store(offer)
            return
        }
        var waiting = offer
        waiting.hold = Offer.Hold(state: .waiting, position: position, day: try region().day, reason: "seat")
        try store(waiting)
        try tryHold(waiting)
    }

    /// Gives the seat and the card of a closed, changed or returned offer to those who wait.
    mutating func retryWaiting(vacancy: RecordID?, card: RecordID?) throws {
        var waiting: [Offer] = []
        if let vacancy { waiting += try offers(linked: Link("vacancy", vacancy.text)) }
        if let card { waiting += try offers(linked: Link("card", card.text)).filter { $0.vacancy != vacancy } }
        waiting = waiting.filter { $0.isOpen && $0.hold?.state == .waiting }
        waiting.sort { $0.turn < $1.turn }
        for offer in waiting {
            let current = try linked(offer.id, .offer, Offer.init)
            if current.isOpen, current.hold?.state == .waiting {
                try tryHold(current)
            }
        }
    }

    /// Closes an open or decreed offer once, and frees what it held; those who wait for that are tried unless the caller does it.
    mutating func close(_ id: RecordID, reason: String, retrying: Bool = true) throws {
        var offer = try linked(id, .offer, Offer.init)
        guard offer.closed == nil else { return }
        let wasHolding = offer.isHolding
        offer.closed = Ending(position: position, reason: reason)
        try store(offer)
        try stop(packageOf: offer, reason: reason)
        for record in try records(linked: Link("offer", id.text)) where record.kind == .training {
            var training = try read(record, Training.init)
            if training.ended == nil {
                training.ended = Ending(position: position, reason: "offer-closed")
                try put(record.id, .training, record.audience, training.body)
            }
        }
        if wasHolding {
            try freeSeat(of: offer)
            if retrying { try retryWaiting(vacancy: offer.vacancy, card: offer.card) }
        }
    }

    mutating func freeSeat(of offer: Offer) throws {
        var vacancy = try linked(offer.vacancy, .vacancy, Vacancy.init)
        vacancy.taken = max(vacancy.filled, vacancy.taken - 1)
        try store(vacancy)
    }

    /// What the reducer computes over card, vacancy, offers and policy, of the rules that the route names.
    func computedRules(
        _ card: Card, _ vacancy: Vacancy, _ route: Route, _ policy: Policy, seatsFree: Int
    ) -> [RuleResult] {
        route.rules.compactMap { rule in
            switch rule {
            case .r3:
                Rules.vacancy(
                    seatsFree: seatsFree, need: vacancy.need, holders: vacancy.holders,
                    isFreed: vacancy.freedBy != nil, policy.personnel)
            case .r12: Rules.competence(held: card.levels, standard: vacancy.standard, policy.personnel)
            case .r21: Rules.onePost(hasOtherHold: false, policy.personnel)
            default: nil
            }
        }
    }

    /// Whether another offer holds the card. Who moves for good with a unit may serve elsewhere for a while.
    func isCardHeld(_ offer: Offer) throws -> Bool {
        let others = try offers(linked: Link("card", offer.card.text)).filter { $0.id != offer.id && $0.isHolding }
        guard !others.isEmpty, try linked(offer.vacancy, .vacancy, Vacancy.init).reorganised != nil else {
            return !others.isEmpty
        }
        return try others.contains { try !isLent($0) }
    }

    /// Whether a ranking has given it its turn, where the vacancy asks for one.
    func isRanked(_ offer: Offer, _ vacancy: Vacancy) -> Bool {
        vacancy.mode == Vacancy.Mode.first.rawValue || offer.ranked?.place != nil
    }

    /// Takes the seat and the card when both are free; one of a package only together with the others.
    mutating func tryHold(_ waiting: Offer) throws {
        if let package = waiting.package { return try tryPackage(package) }
        var offer = waiting
        var vacancy = try linked(offer.vacancy, .vacancy, Vacancy.init)
        let card = try linked(offer.card, .card, Card.init)
        let (route, policy) = try route(of: offer)
        guard isRanked(offer, vacancy) else {
            offer.hold?.reason = vacancy.mode
            try store(offer)
            return
        }
        let isHeldElsewhere = try isCardHeld(offer)
        guard vacancy.seatsFree > 0, !isHeldElsewhere else {
            offer.hold?.reason = vacancy.seatsFree > 0 ? "card" : "seat"
            try store(offer)
            return
        }
        offer.computed = computedRules(
            card, vacancy, route, policy, seatsFree: vacancy.seatsFree)
        guard vacancy.ended == nil, card.ended == nil, !offer.computed.contains(where: route.isBlocked) else {
            try store(offer)
            try close(offer.id, reason: "rule")
            return
        }
        offer.hold = Offer.Hold(state: .held, position: position, day: try region().day, reason: "free")
        vacancy.taken += 1
        try store(vacancy)
        try store(offer)
    }
}
