import Personnel
import StrictJSON

/// Offers: one card for one vacancy. Each party writes its own stance on terms that it names.
extension Workspace {
    // MARK: Opening

    /// `offer.propose` by the card's agency, which agrees for home; `offer.ask` by the vacancy's, for the receiver.
    mutating func makeOffer(by side: Side) throws {
        let json = try body.requiredObject("offer")
        let card = try card(try json.requiredRecordID("card"))
        let vacancy = try vacancy(try json.requiredRecordID("vacancy"))
        let owner = side == .home ? card.agency : vacancy.agency
        guard owner == author else { throw Refusal.notAllowed(owner.text) }
        try checkAsked(card, json)
        let (route, policy) = try offerable(card, vacancy, by: side == .home ? .home : .receiving)
        var offer = Offer(
            id: operation.record, home: card.agency, receiving: vacancy.agency, card: card.id, vacancy: vacancy.id,
            route: route.code, policy: policy.id, terms: try newTerms(json, "terms", version: 1, by: side, route),
            computed: [], opinions: [])
        try takeRequest(json, for: &offer, vacancy, route)
        try agree(&offer, sides: offer.sides(of: author), json, route, policy)
        try checkRules(&offer, card, vacancy, route, policy)
        try settle(offer)
    }

    /// The route and the policy under which the card can be offered for the vacancy today.
    func offerable(_ card: Card, _ vacancy: Vacancy, by opener: Route.Opener) throws -> (Route, Policy) {
        try checkLive(card, vacancy)
        if let from = vacancy.reorganised?.from, from != card.agency { throw Refusal.notAllowed(from.text) }
        let policy = try currentPolicy()
        guard let route = policy.route(vacancy.route) else {
            throw Refusal(.unsupported, [("route", .string(vacancy.route))])
        }
        try checkOpener(opener, route)
        try checkRoom(card, vacancy)
        return (route, policy)
    }

    func checkOpener(_ opener: Route.Opener, _ route: Route) throws {
        guard route.opens.contains(opener) else {
            throw Refusal(
                .unsupported,
                [("route", .string(route.code)), ("opens", .array(route.opens.map { .string($0.rawValue) }))])
        }
    }

    /// Both are there for a new offer.
    func checkLive(_ card: Card, _ vacancy: Vacancy) throws {
        guard card.ended == nil else { throw Refusal(.cardClosed) }
        guard vacancy.ended == nil, try !vacancy.isPastDate(on: region().day) else { throw Refusal(.vacancyClosed) }
    }

    /// No other offer brings them together, and the vacancy may have one more.
    func checkRoom(_ card: Card, _ vacancy: Vacancy) throws {
        let among = try offers(linked: Link("vacancy", vacancy.id.text)).filter { $0.closed == nil }
        if let other = among.first(where: { $0.card == card.id }) {
            throw Refusal(.exists, try seen([other]).map { ("offer", .string($0.id.text)) })
        }
        guard among.filter(\.isOpen).count < Offer.openLimit else {
            throw Refusal(.limit, [("limit", .integer(Offer.openLimit))])
        }
    }

    /// The home registry checks the person again; a finding that forbids the move is kept and stops the decree.
    mutating func checkAgain() throws {
        var (offer, route, policy) = try negotiable()
        guard offer.home == author else { throw Refusal.notAllowed(offer.home.text) }
        try checkTerms(offer)
        offer.sheet = try readSheet(body, route, policy).bytes
        offer.sheetDay = try region().day
        try store(offer)
    }

    // MARK: Stances

    mutating func agree() throws {
        var (offer, route, policy) = try negotiable()
        let sides = try ownSides(offer)
        try checkTerms(offer)
        guard sides.contains(where: { offer.stance($0)?.says != .agree || isLaterLetter(beside: offer.stance($0)) })
        else { throw Refusal(.alreadyDone) }
        try agree(&offer, sides: sides, body, route, policy)
        if offer.hold == nil {
            let card = try linked(offer.card, .card, Card.init)
            let vacancy = try linked(offer.vacancy, .vacancy, Vacancy.init)
            try checkRules(&offer, card, vacancy, route, policy)
        }
        try settle(offer)
    }

    /// New terms: their author agrees to them, nobody else yet; a hold on the old ones is released. The personnel agency sets
    /// new ones in place of its own, and agrees for nobody.
    mutating func counter() throws {
        var (offer, route, policy) = try negotiable()
        let isByDesk = try isDesksOwn(offer)
        let sides = isByDesk ? [] : try ownSides(offer)
        guard !offer.terms.isByDesk || isByDesk || sides.contains(where: { route.voice(of: $0) != .none }) else {
            throw Refusal.notAllowed("desk")
        }
        try checkTerms(offer)
        let released = offer
        offer.renew(
            try newTerms(
                body, "now", version: offer.terms.version + 1, by: sides.first ?? .home, isByDesk: isByDesk, route))
        guard offer.terms.value != released.terms.value else { throw Refusal(.alreadyDone) }
        if isByDesk {
            try takeCheck(&offer, route)
        } else {
            try agree(&offer, sides: sides, body, route, policy)
        }
        try renegotiate(offer, after: released)
    }

    /// Stores an offer with new terms, gives to others what it held on the old ones, and holds again where nobody is asked.
    mutating func renegotiate(_ offer: Offer, after released: Offer) throws {
        try store(offer)
        if released.isHolding {
            try freeSeat(of: released)
            try loosen(packageOf: released)
            try retryWaiting(vacancy: released.vacancy, card: released.card)
        }
        try settle(try linked(offer.id, .offer, Offer.init))
    }

    /// A required party's refusal closes; a heard party's waits for the personnel agency, unless that has decided.
    mutating func refuse() throws {
        var (offer, route, _) = try negotiable()
        let sides = try ownSides(offer)
        try checkTerms(offer)
        try body.checkAttachment(ifAny: "reason")
        guard sides.contains(where: { offer.stance($0)?.says != .refuse || isLaterLetter(beside: offer.stance($0)) })
        else { throw Refusal(.alreadyDone) }
        let stance = Stance(says: .refuse, terms: offer.terms.version, position: position, operation: operation)
        for side in sides {
            offer.set(stance, of: side)
        }
        let voices = sides.map(route.voice(of:))
        guard voices.contains(.required) || !offer.contestedSides(route).isEmpty else {
            try store(offer)
            return
        }
        try release(offer, closing: voices.contains(.required) ? "refused" : nil)
    }

    /// Stores an offer that somebody refused without its hold, and closes it when a reason is given.
    mutating func release(_ refused: Offer, closing reason: String?) throws {
        var offer = refused
        offer.hold = nil
        try store(offer)
        if let reason {
            try close(offer.id, reason: reason)
        }
        if refused.isHolding {
            try freeSeat(of: refused)
            try loosen(packageOf: refused)
            try retryWaiting(vacancy: refused.vacancy, card: refused.card)
        }
    }

    /// Whoever set the current terms may take them back before the decree.
    mutating func withdrawOffer() throws {
        let (offer, _, _) = try negotiable()
        if offer.terms.isByDesk {
            guard try isDesksOwn(offer) else { throw Refusal.notAllowed("desk") }
        } else {
            let sides = try ownSides(offer)
            guard sides.contains(offer.terms.by) else { throw Refusal.notAllowed(offer.agency(offer.terms.by).text) }
        }
        try close(offer.id, reason: "withdrawn")
    }

    // MARK: The personnel agency

    mutating func decideContested() throws {
        var (offer, route, _) = try negotiable()
        try checkTerms(offer)
        guard offer.isContested(route) else {
            throw Refusal(.wrongState, [("state", .string(offer.label(route).rawValue))])
        }
        _ = try body.requiredObject("reason").requiredAttachment()
        let proceeds = try body.requiredBoolean("proceed")
        let sides = Side.allCases.filter { offer.isDecidedOver($0) || offer.contestedSides(route).contains($0) }
        offer.override = Offer.Override(
            proceeds: proceeds, sides: sides,
            isOverPerson: offer.isDecidedOverPerson || offer.isPersonContested(route), terms: offer.terms.version,
            position: position, value: body.bytes)
        try store(offer)
        if proceeds {
            try settle(offer)
        } else {
            try close(offer.id, reason: "decided-against")
        }
    }

    mutating func disclose() throws {
        let (offer, route, _) = try negotiated()
        guard offer.home == author else { throw Refusal.notAllowed(offer.home.text) }
        guard offer.closed == nil, route.home == .none || offer.stance(.home)?.says == .agree else {
            throw Refusal(.wrongState, [("state", "home-has-not-agreed")])
        }
        let profile = try body.requiredObject("profile").requiredAttachment()
        let earlier = try records(linked: Link("offer", offer.id.text)).first { $0.kind == .disclosure }
        let disclosure = Disclosure(
            id: try earlier?.id ?? nextID(), offer: offer, profile: profile, said: Attested(operation, at: position))
        try put(disclosure.id, .disclosure, try audience(of: offer, route), disclosure.body)
    }

    // MARK: Parts

    /// The offer, its route and its policy, when it is visible.
    func negotiated(_ id: RecordID? = nil) throws -> (offer: Offer, route: Route, policy: Policy) {
        let offer = try read(try visible(id ?? operation.record, .offer), Offer.init)
        let (route, policy) = try route(of: offer)
        return (offer, route, policy)
    }

    /// The same, refused once the offer is closed or decreed: both freeze the stances.
    func negotiable() throws -> (offer: Offer, route: Route, policy: Policy) {
        let found = try negotiated()
        guard found.offer.isOpen else {
            throw Refusal(.wrongState, [("state", .string(found.offer.label(found.route).rawValue))])
        }
        return found
    }

    func route(of offer: Offer) throws -> (Route, Policy) {
        let policy = try policy(offer.policy)
        guard let route = policy.route(offer.route) else {
            throw StoredRecordFault(record: offer.policy, kind: .policy, cause: "lacks the route \(offer.route)")
        }
        return (route, policy)
    }

    func offers(linked link: Link) throws -> [Offer] {
        try records(linked: link).filter { $0.kind == .offer }.map { try read($0, Offer.init) }
    }

    mutating func store(_ offer: Offer) throws {
        let (route, _) = try route(of: offer)
        try put(offer.id, .offer, try audience(of: offer, route), try marked(offer, route).body(route))
    }

    /// Its parties and the personnel agency, which has it for itself while the route hides it.
    func audience(of offer: Offer, _ route: Route) throws -> Audience {
        let desk = try region().desk
        return offer.isHidden(route) ? .of([desk]) : .of([offer.home, offer.receiving, desk])
    }

    /// Those of the offers that the author may see.
    func seen(_ offers: [Offer]) throws -> [Offer] {
        try offers.filter { try record($0.id)?.audience.includes(author) == true }
    }

    static func ids(_ ids: [RecordID]) -> JSONValue {
        .array(ids.map { .string($0.text) })
    }

    /// Whether the author is the personnel agency and the current terms are its own.
    func isDesksOwn(_ offer: Offer) throws -> Bool {
        try offer.terms.isByDesk && author == region().desk
    }

    private func ownSides(_ offer: Offer) throws -> [Side] {
        let sides = offer.sides(of: author)
        guard !sides.isEmpty else { throw Refusal.notAllowed("parties") }
        try checkLetter(beside: offer, sides)
        return sides
    }

    /// The operation names the terms that it is about.
    func checkTerms(_ offer: Offer) throws {
        let named = try body.requiredInteger("terms", in: 0...10_000)
        guard named == offer.terms.version else {
            throw Refusal(.staleTerms, [("terms", offer.terms.json)])
        }
    }

    func newTerms(
        _ json: JSON, _ name: String, version: Int, by side: Side, isByDesk: Bool = false, _ route: Route
    ) throws -> Terms {
        let value = try json.requiredObject(name)
        guard version <= Terms.versionLimit else { throw Refusal(.limit, [("limit", .integer(Terms.versionLimit))]) }
        guard value.bytes.count <= Terms.byteLimit else {
            throw Refusal(.limit, [("limit", .integer(Terms.byteLimit))])
        }
        try checkConditions(value)
        let day = try region().day
        let terms = try Terms(
            version: version, position: position, by: side, isByDesk: isByDesk, day: day, value: value)
        guard terms.start >= day else {
            throw BodyError(path: value.path + "/start", expected: "a date from \(day.iso) on")
        }
        switch (route.assignment, terms.returns) {
        case (.second, nil): throw BodyError(path: value.path + "/return", expected: "the date of the return")
        case (.definitive, .some): throw BodyError(path: value.path + "/return", expected: "none: the move is for good")
        default: return terms
        }
    }

    /// Sets the author's agreement; home's carries the rule sheet of its staff data.
    private func agree(
        _ offer: inout Offer, sides: [Side], _ json: JSON, _ route: Route, _ policy: Policy
    ) throws {
        if sides.contains(.home) {
            let sheet = try readSheet(json, route, policy)
            try refuseBlocking(sheet.results, route)
            offer.sheet = sheet.bytes
            offer.sheetDay = try region().day
        }
        let stance = Stance(says: .agree, terms: offer.terms.version, position: position, operation: operation)
        for side in sides {
            offer.set(stance, of: side)
        }
    }

    /// A line for each rule of the route that needs staff data.
    func readSheet(
        _ json: JSON, _ route: Route, _ policy: Policy
    ) throws -> (bytes: [UInt8], results: [RuleResult]) {
        if operation.letter != nil { return sheetOnPaper(route, policy) }
        guard json["sheet"] != nil else {
            throw Refusal(.incomplete, [("missing", .array(route.homeRules.map { .string($0.rawValue) }))])
        }
        let lines = try json.requiredArray("sheet", maxCount: 60)
        let results = try lines.map(RuleResult.init(reading:))
        let missing = route.homeRules.filter { rule in !results.contains { $0.rule == rule } }
        guard missing.isEmpty else {
            throw Refusal(.incomplete, [("missing", .array(missing.map { .string($0.rawValue) }))])
        }
        guard results.allSatisfy({ $0.policyVersion == policy.version }) else {
            throw Refusal(.incomplete, [("policy", .integer(policy.version))])
        }
        return (JSONValue.array(lines.map(JSONValue.init)).encoded, results)
    }

    /// What the reducer can see by itself before anything is held.
    func checkRules(
        _ offer: inout Offer, _ card: Card, _ vacancy: Vacancy, _ route: Route, _ policy: Policy
    ) throws {
        offer.computed = computedRules(card, vacancy, route, policy, seatsFree: vacancy.seats)
        try refuseBlocking(offer.computed, route)
    }

    func refuseBlocking(_ results: [RuleResult], _ route: Route) throws {
        let blocking = results.filter(route.isBlocked)
        guard blocking.isEmpty else {
            throw Refusal(.rule, [("rules", .array(blocking.map(\.json)))])
        }
    }
}

extension Offer {
    /// Whether the personnel agency alone sees it: until the decree, on a route that is hidden so long.
    public func isHidden(_ route: Route) -> Bool {
        route.isHidden && decreed == nil
    }

    /// Puts new terms in place of the old ones. Whatever counted on those counts no longer; documents keep their opinions.
    mutating func renew(_ new: Terms) {
        terms = new
        homeClock = nil
        receivingClock = nil
        override = nil
        opinions = []
        sheet = nil
        sheetDay = nil
        hold = nil
        ranked = nil
    }

    /// Writes a side's stance.
    mutating func set(_ stance: Stance, of side: Side) {
        switch side {
        case .home: homeStance = stance
        case .receiving: receivingStance = stance
        }
    }
}
