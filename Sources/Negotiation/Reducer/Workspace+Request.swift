import Personnel
import StrictJSON

/// Requests of civil servants: handed in through home or the personnel agency, answered with a reason, and named by the offers
/// that follow from them.
extension Workspace {
    mutating func fileRequest() throws {
        let json = try body.requiredObject("request")
        let card = try card(try json.requiredRecordID("card"))
        let region = try region()
        guard card.agency == author || author == region.desk else { throw Refusal.notAllowed(card.agency.text) }
        guard card.ended == nil else { throw Refusal(.cardClosed) }
        var request = try Request(
            id: operation.record, home: card.agency, by: author, day: region.day,
            said: Attested(operation, at: position),
            reading: json)
        try checkRoute(request.route, path: json.path + "/route")
        guard request.letterDate <= region.day else {
            throw BodyError(path: json.path + "/letter/date", expected: "a date up to today, \(region.day.iso)")
        }
        guard !request.wishes.isEmpty || request.to != nil || request.exchange != nil else {
            throw BodyError(
                path: json.path + "/wishes", expected: "a wish, a named agency, or a request to exchange with")
        }
        if let exchange = request.exchange {
            let other = try read(try visible(exchange, .request), Request.init)
            guard other.ended == nil else { throw Refusal(.wrongState, [("state", .optional(other.ended?.reason))]) }
            guard other.card != request.card, other.route.utf8.elementsEqual(request.route.utf8),
                request.to ?? other.home == other.home
            else {
                throw BodyError(
                    path: json.path + "/exchange",
                    expected: "another person's request on the same route, and its agency")
            }
            request.to = other.home
        }
        if let to = request.to, try agency(to) == nil {
            throw BodyError(path: json.path + "/to", expected: "an agency of the region")
        }
        let open = try requests(ofCard: card.id)
        if let same = open.first(where: { $0.route.utf8.elementsEqual(request.route.utf8) }) {
            throw Refusal(
                .exists,
                try record(same.id)?.audience.includes(author) == true ? [("request", .string(same.id.text))] : [])
        }
        guard open.count < Request.openLimit else { throw Refusal(.limit, [("limit", .integer(Request.openLimit))]) }
        try store(request)
    }

    /// Home, the named agency or the personnel agency says yes or no. The personnel agency's no ends it: it has heard the others.
    mutating func answerRequest() throws {
        var request = try openRequest()
        let region = try region()
        try checkPast("date")
        let answer = try Request.Answer(operation, by: author, on: region.day, at: position)
        let words = request.words(of: author, desk: region.desk)
        guard words.contains(answer.says) else {
            throw BodyError(path: "/body/says", expected: words.map(\.rawValue).joined(separator: ", "))
        }
        guard request.answer(of: author)?.says != answer.says else { throw Refusal(.alreadyDone) }
        guard request.answers.count < Request.answerLimit else {
            throw Refusal(.limit, [("limit", .integer(Request.answerLimit))])
        }
        request.answers.append(answer)
        if author == region.desk, answer.says == .refuse {
            request.ended = Ending(position: position, reason: "refused")
        }
        try store(request)
    }

    /// The person takes it back, through whoever may hand it in.
    mutating func withdrawRequest() throws {
        var request = try openRequest()
        guard try author == request.home || author == region().desk else { throw Refusal.notAllowed(request.home.text) }
        try body.checkAttachment(ifAny: "reason")
        request.ended = Ending(position: position, reason: "withdrawn")
        try store(request)
    }

    /// Who sees a card only because its person's request names the agency asks for that person by the request, not besides it.
    func checkAsked(_ card: Card, _ json: JSON) throws {
        guard try !card.isOpen && card.agency != author && author != region().desk, json["request"] == nil else {
            return
        }
        throw Refusal(.incomplete, [("missing", .array(["request"]))])
    }

    /// The request that a new offer names: of the same card and route, and still open. It is the person's agreement where the
    /// vacancy is what the person wished.
    func takeRequest(_ json: JSON, for offer: inout Offer, _ vacancy: Vacancy, _ route: Route) throws {
        guard json["request"] != nil else { return }
        let request = try read(try visible(try json.requiredRecordID("request"), .request), Request.init)
        guard request.ended == nil else { throw Refusal(.wrongState, [("state", .optional(request.ended?.reason))]) }
        guard request.card == offer.card, request.route.utf8.elementsEqual(offer.route.utf8) else {
            throw BodyError(path: json.path + "/request", expected: "a request of this card on this route")
        }
        offer.request = request.id
        guard route.person == .heard || route.person == .required, request.isMet(by: vacancy) else { return }
        var stance = Stance(says: .agree, terms: offer.terms.version, position: position, operation: nil)
        stance.operation = request.said.operation
        stance.actor = request.said.actor
        offer.personStance = stance
    }

    /// What was asked for a card ends with it.
    mutating func endRequests(ofCard card: RecordID, reason: String) throws {
        for var request in try requests(ofCard: card) {
            request.ended = Ending(position: position, reason: reason)
            try store(request)
        }
    }

    /// The route exists in today's policy.
    @discardableResult
    func checkRoute(_ code: String, path: String) throws -> (route: Route, policy: Policy) {
        let policy = try currentPolicy()
        guard let route = policy.route(code) else {
            throw Refusal(
                .unsupported, [("path", .string(path)), ("expected", .array(policy.routes.map { .string($0.code) }))])
        }
        return (route, policy)
    }

    private func openRequest() throws -> Request {
        let request = try read(try visible(operation.record, .request), Request.init)
        guard request.ended == nil else { throw Refusal(.wrongState, [("state", .optional(request.ended?.reason))]) }
        return request
    }

    /// The open ones.
    func requests(ofCard card: RecordID) throws -> [Request] {
        try records(linked: Link("card", card.text)).filter { $0.kind == .request }
            .map { try read($0, Request.init) }.filter { $0.ended == nil }
    }

    /// Whoever it names sees the card too, as long as it is open.
    private mutating func store(_ request: Request) throws {
        try put(request.id, .request, request.audience(desk: try region().desk), request.body)
        guard request.to != nil else { return }
        try store(try linked(request.card, .card, Card.init))
    }
}
