import Personnel
import StrictJSON

/// What becomes of lines after they were written: changed by an approval, corrected or revoked after the decree.
extension Workspace {
    // MARK: Changed

    /// Whom and what a changed line brings together; refused when they cannot be offered on the same route.
    func replacement(
        of offer: Offer, _ change: Document.Change, _ route: Route, _ policy: Policy
    ) throws -> (card: Card, vacancy: Vacancy, computed: [RuleResult]) {
        let card = try card(change.card ?? offer.card)
        let vacancy = try vacancy(change.vacancy ?? offer.vacancy)
        guard card.id != offer.card || vacancy.id != offer.vacancy else { throw Refusal(.alreadyDone) }
        try checkLive(card, vacancy)
        guard vacancy.route.utf8.elementsEqual(route.code.utf8) else {
            throw Refusal(
                .unsupported, [("route", .string(vacancy.route)), ("expected", .array([.string(route.code)]))])
        }
        try checkRoom(card, vacancy)
        let computed = computedRules(
            card, vacancy, route, policy, seatsFree: vacancy.seats)
        try refuseBlocking(computed, route)
        return (card, vacancy, computed)
    }

    /// The line's offer closes, and the other one takes its place before anybody who waits: on the same route, policy and terms,
    /// with this opinion, and with no other word yet.
    mutating func replace(
        _ offer: Offer, _ change: Document.Change, by document: Document, _ line: Document.Line, _ route: Route,
        _ policy: Policy
    ) throws {
        let (card, vacancy, computed) = try replacement(of: offer, change, route, policy)
        let terms = try Terms(
            version: 1, position: position, by: .home, isByDesk: true, day: region().day,
            value: JSON(parsing: offer.terms.value))
        let opinion = Offer.Opinion(
            code: document.type, result: "favourable", document: document.id, terms: 1, position: position,
            hasConflict: line.hasConflict)
        var new = Offer(
            id: try nextID(), home: card.agency, receiving: vacancy.agency, card: card.id, vacancy: vacancy.id,
            route: offer.route, policy: offer.policy, terms: terms,
            computed: computed,
            opinions: [opinion], replaces: offer.id)
        if vacancy.mode != Vacancy.Mode.first.rawValue {
            // Whoever decides puts the person in this place of the ranking.
            new.ranked = Offer.Ranked(
                operation, at: position, place: offer.ranked?.place ?? 1, of: offer.ranked?.count ?? 1)
        }
        try takeCheck(&new, route)
        try refuseBlocking(RuleResult.sheet(new.sheet), route)
        try close(offer.id, reason: "changed", retrying: false)
        try settle(new)
        try retryWaiting(vacancy: offer.vacancy, card: offer.card)
    }

    // MARK: Corrected and revoked

    /// A decree is corrected or revoked by a document of the route's own kind, which names it.
    func checkCorrection(_ line: Document.Line, of document: Document, _ corrected: Document) throws -> [AgencyCode] {
        let (offer, route, policy) = try negotiated(line.offer)
        guard let code = route.correction, document.type.utf8.elementsEqual(code.utf8) else {
            let codes = route.correction.map { [JSONValue.string($0)] } ?? []
            throw Refusal(.unsupported, [("route", .string(route.code)), ("expected", .array(codes))])
        }
        guard let decreed = offer.decreed, decreed.document == corrected.id, offer.closed == nil else {
            throw Refusal(.wrongState, [("state", .string(offer.label(route).rawValue))])
        }
        guard line.terms == offer.terms.version else { throw Refusal(.staleTerms, [("terms", offer.terms.json)]) }
        let transfer = try linked(decreed.transfer, .transfer, Transfer.init)
        guard transfer.corrected.count < Transfer.correctionLimit else {
            throw Refusal(.limit, [("limit", .integer(Transfer.correctionLimit))])
        }
        if !line.isFavourable || line.start != nil {
            guard transfer.started == nil else {
                throw Refusal(
                    .wrongState, [("state", .string(transfer.state.rawValue)), ("instead", "another-move")])
            }
        }
        if let start = line.start { try checkStart(start, of: transfer, by: document, route, policy) }
        return [offer.home, offer.receiving]
    }

    mutating func applyCorrection(_ line: Document.Line, of document: Document) throws {
        let (offer, _, _) = try negotiated(line.offer)
        guard var transfer = try transfer(of: offer) else { return }
        transfer.corrected.append(document.id)
        transfer.start = line.start ?? transfer.start
        guard !line.isFavourable else { return try store(transfer) }
        transfer.ended = Ending(position: position, reason: "revoked")
        try store(transfer)
        try close(offer.id, reason: "revoked")
    }

    /// The new start is another day, before the return, and no day on which officials are not replaced.
    private func checkStart(
        _ start: CivilDate, of transfer: Transfer, by document: Document, _ route: Route, _ policy: Policy
    ) throws {
        guard start != transfer.start else { throw Refusal(.alreadyDone) }
        if let returns = transfer.returns, start >= returns {
            throw BodyError(path: "/body/document/lines", expected: "a start before the return \(returns.iso)")
        }
        guard route.rules.contains(.r16) else { return }
        let vacancy = try linked(transfer.vacancy, .vacancy, Vacancy.init)
        try refuseBlocking(
            [
                Rules.electionBan(
                    isOfficial: vacancy.isOfficial, on: [document.date, start],
                    head: currentPolicy().head ?? policy.head,
                    permit: document.permit.map { "\($0.number), \($0.date.iso)" }, policy.personnel)
            ], route)
    }
}
