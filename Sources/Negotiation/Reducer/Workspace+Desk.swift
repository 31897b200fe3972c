import Personnel
import StrictJSON

/// Offers that the personnel agency opens, and the home registry's checks that stand behind them.
extension Workspace {
    /// No party has said anything yet. Where home is not asked, the newest check of the card for this route is the sheet.
    mutating func openOffer() throws {
        let json = try body.requiredObject("offer")
        let card = try card(try json.requiredRecordID("card"))
        let vacancy = try vacancy(try json.requiredRecordID("vacancy"))
        let (route, policy) = try offerable(card, vacancy, by: .desk)
        let terms = try newTerms(json, "terms", version: 1, by: .home, isByDesk: true, route)
        var offer = Offer(
            id: operation.record, home: card.agency, receiving: vacancy.agency, card: card.id, vacancy: vacancy.id,
            route: route.code, policy: policy.id, terms: terms, computed: [], opinions: [])
        try takeRequest(json, for: &offer, vacancy, route)
        try takeCheck(&offer, route)
        try refuseBlocking(RuleResult.sheet(offer.sheet), route)
        try checkRules(&offer, card, vacancy, route, policy)
        try settle(offer)
    }

    /// The home registry checks a card against a route, with no offer in view; what forbids the move is kept too.
    mutating func checkCard() throws {
        let card = try card(operation.record)
        guard card.agency == author else { throw Refusal.notAllowed(card.agency.text) }
        guard card.ended == nil else { throw Refusal(.cardClosed) }
        let policy = try currentPolicy()
        let code = try body.requiredString("route", maxBytes: Route.codeLimit)
        guard let route = policy.route(code) else {
            throw Refusal(
                .unsupported,
                [("path", "/body/route"), ("expected", .array(policy.routes.map { .string($0.code) }))])
        }
        let sheet = try readSheet(body, route, policy)
        let earlier = try checks(of: card.id).first { $0.route.utf8.elementsEqual(route.code.utf8) }
        let check = CardCheck(
            id: try earlier?.id ?? nextID(), card: card.id, agency: author, route: route.code, policy: policy.id,
            sheet: sheet.bytes, posts: try readPosts(route, policy), day: try region().day,
            seat: try seat()?.bytes, box: try body.optionalInteger("box", in: TalentGrid.boxes))
        try put(check.id, .check, .of([author, region().desk]), check.body)
        for var offer in try offers(linked: Link("card", card.id.text)) where offer.isOpen {
            let (route, _) = try self.route(of: offer)
            if try takeCheck(&offer, route) { try store(offer) }
        }
    }

    /// The seat that the person of a checked card has.
    private func seat() throws -> JSON? {
        guard let seat = try body.optionalObject("seat") else { return nil }
        guard seat.bytes.count <= CardCheck.seatByteLimit else {
            throw Refusal(.limit, [("limit", .integer(CardCheck.seatByteLimit))])
        }
        try Vacancy.checkPlace(try seat.requiredObject("place"))
        _ = try seat.requiredObject("standard")
        return seat
    }

    /// What home found for open vacancies of the route: of each a line for every rule that needs the post, and for no rule twice.
    private func readPosts(_ route: Route, _ policy: Policy) throws -> [CardCheck.Post] {
        // In a letter nothing was found.
        guard operation.letter == nil else { return [] }
        let posts = try (body.optionalArray("posts", maxCount: CardCheck.postLimit) ?? []).map { json in
            let vacancy = try vacancy(try json.requiredRecordID("vacancy"))
            guard vacancy.ended == nil, try !vacancy.isPastDate(on: region().day) else {
                throw Refusal(.vacancyClosed, [("vacancy", .string(vacancy.id.text))])
            }
            guard vacancy.route.utf8.elementsEqual(route.code.utf8) else {
                throw Refusal(
                    .unsupported, [("route", .string(vacancy.route)), ("expected", .array([.string(route.code)]))])
            }
            return CardCheck.Post(vacancy: vacancy.id, sheet: try postLines(json, route, policy))
        }
        guard Set(posts.map(\.vacancy)).count == posts.count else {
            throw BodyError(path: "/body/posts", expected: "each vacancy once")
        }
        return posts
    }

    private func postLines(_ json: JSON, _ route: Route, _ policy: Policy) throws -> [UInt8] {
        let lines = try json.requiredArray("sheet", maxCount: RuleID.allCases.count)
        let rules = try lines.map { line in
            let result = try RuleResult(reading: line)
            guard result.policyVersion == policy.version else {
                throw Refusal(.incomplete, [("policy", .integer(policy.version))])
            }
            return result.rule
        }
        guard Set(rules).count == rules.count, rules.allSatisfy(route.homeRules.contains) else {
            throw BodyError(
                path: json.path + "/sheet",
                expected: "each rule once, of " + route.homeRules.map(\.rawValue).joined(separator: ", "))
        }
        let missing = route.homeRules.filter { RuleSheet.aboutPost.contains($0) && !rules.contains($0) }
        guard missing.isEmpty else {
            throw Refusal(.incomplete, [("missing", .array(missing.map { .string($0.rawValue) }))])
        }
        return JSONValue.array(lines.map(JSONValue.init)).encoded
    }

    /// Gives an offer that the personnel agency opened, and about which home is not asked, the newest check of its card for its
    /// route and policy. Whether there is one.
    @discardableResult
    func takeCheck(_ offer: inout Offer, _ route: Route) throws -> Bool {
        guard offer.terms.isByDesk, route.home == .none else { return false }
        let found = try checks(of: offer.card).first { check in
            check.policy == offer.policy && check.route.utf8.elementsEqual(route.code.utf8)
        }
        guard let found else { return false }
        offer.sheet = found.sheet(for: offer.vacancy)
        offer.sheetDay = found.day
        return true
    }

    private func checks(of card: RecordID) throws -> [CardCheck] {
        try records(linked: Link("card", card.text)).filter { $0.kind == .check }.map { try read($0, CardCheck.init) }
    }
}
