import Personnel
import StrictJSON

/// The standby list: people whom home lends without being asked again. The personnel agency calls one for an open vacancy, and
/// offer, hold, opinions, order and transfer are made by that one operation.
extension Workspace {
    /// Home's registry puts one of its people on the list, with the rule sheet of the route.
    mutating func postStandby() throws {
        let json = try body.requiredObject("standby")
        let card = try card(try json.requiredRecordID("card"))
        guard card.agency == author else { throw Refusal.notAllowed(card.agency.text) }
        guard card.ended == nil else { throw Refusal(.cardClosed) }
        let code = try json.requiredString("route", maxBytes: Route.codeLimit)
        let (route, policy) = try checkRoute(code, path: json.path + "/route")
        guard route.assignment == .second else {
            let dated = policy.routes.filter { $0.assignment == .second }
            throw Refusal(
                .unsupported,
                [("path", .string(json.path + "/route")), ("expected", .array(dated.map { .string($0.code) }))])
        }
        let sheet = try readSheet(json, route, policy)
        try refuseBlocking(sheet.results, route)
        let standby = try Standby(
            id: operation.record, home: author, policy: policy.id, day: region().day,
            said: Attested(operation, at: position),
            reading: json)
        if let same = try standbys(ofCard: card.id).first(where: { $0.route.utf8.elementsEqual(route.code.utf8) }) {
            throw Refusal(.exists, [("standby", .string(same.id.text))])
        }
        try store(standby)
    }

    mutating func withdrawStandby() throws {
        var standby = try openStandby()
        guard standby.home == author else { throw Refusal.notAllowed(standby.home.text) }
        standby.ended = Ending(position: position, reason: "withdrawn")
        try store(standby)
    }

    /// The order of the personnel agency. Home agreed when it posted, the receiver when it opened the vacancy on this route.
    mutating func callStandby() throws {
        var standby = try openStandby()
        let json = try body.requiredObject("call")
        let card = try linked(standby.card, .card, Card.init)
        let vacancy = try vacancy(try json.requiredRecordID("vacancy"))
        try checkLive(card, vacancy)
        guard vacancy.route.utf8.elementsEqual(standby.route.utf8) else {
            throw Refusal(
                .unsupported, [("route", .string(vacancy.route)), ("expected", .array([.string(standby.route)]))])
        }
        guard vacancy.mode == Vacancy.Mode.first.rawValue else {
            throw Refusal(.unsupported, [("mode", .string(vacancy.mode)), ("expected", .array(["first"]))])
        }
        let policy = try policy(standby.policy)
        guard try policy.id == currentPolicy().id, let route = policy.route(standby.route) else {
            // What home found was found under an older set.
            throw Refusal(
                .incomplete, [("missing", .array(["sheet"])), ("policy", .integer(try currentPolicy().version))])
        }
        try checkRoom(card, vacancy)
        var offer = try offer(of: standby, json, card, vacancy, route)
        offer.computed = computedRules(
            card, vacancy, route, policy, seatsFree: vacancy.seatsFree)
        let donor = try donor(of: standby, offer.terms, route, policy)
        try refuseBlocking(offer.computed + donor, route)
        standby.reason = try json.optionalObject("reason")?.requiredAttachment()
        let unanswered = donor.filter { $0.outcome == .needsHuman && !route.remarks.contains($0.rule) }
        guard unanswered.isEmpty || standby.reason != nil else {
            throw Refusal(
                .incomplete, [("missing", .array(["reason"])), ("rules", .array(unanswered.map(\.json)))])
        }
        try settle(offer)
        var held = try linked(offer.id, .offer, Offer.init)
        guard held.isHolding else {
            throw Refusal(.wrongState, [("state", .string(held.hold?.reason ?? held.label(route).rawValue))])
        }
        held.computed += donor
        try store(held)
        let documents = try documents(json, about: offer, route)
        for document in documents {
            try issue(document)
        }
        try markDecreed(by: documents)
        standby.called = offer.id
        try store(standby)
    }

    /// Whether the unit that lends stays whole; nothing where the route does not ask.
    private func donor(of standby: Standby, _ terms: Terms, _ route: Route, _ policy: Policy) throws -> [RuleResult] {
        guard route.rules.contains(.r23) else { return [] }
        var calls: [Standby.Call] = []
        if let unit = standby.place?.unit {
            for record in try records(linked: .lends(standby.home.text, unit)) {
                let entry = try read(record, Standby.init)
                guard let called = entry.called else { continue }
                let offer = try linked(called, .offer, Offer.init)
                let transfer = try offer.decreed.map { try linked($0.transfer, .transfer, Transfer.init) }
                calls.append(Standby.Call(of: entry, offer, transfer))
            }
        }
        let needs = try records(linked: .open(.need)).map { try read($0, UnitNeed.init) }
        return [
            standby.donor(
                from: terms.start, until: terms.returns ?? .latest,
                need: needs.first { $0.agency == standby.home && $0.unit == standby.place?.unit },
                rushes: try records(linked: .open(.surge)).map { try read($0, Surge.init) }, calls: calls,
                policy.personnel)
        ]
    }

    /// Who was on the list is no longer when the card ends.
    mutating func endStandbys(ofCard card: RecordID, reason: String) throws {
        for var standby in try standbys(ofCard: card) {
            standby.ended = Ending(position: position, reason: reason)
            try store(standby)
        }
    }

    private mutating func offer(
        of standby: Standby, _ json: JSON, _ card: Card, _ vacancy: Vacancy, _ route: Route
    ) throws -> Offer {
        let start = try json.requiredDate("start")
        let returns = try json.requiredDate("return")
        let value = JSONValue.object([("start", .string(start.iso)), ("return", .string(returns.iso))])
        let terms = try newTerms(
            try JSON(parsing: JSONValue.object([("terms", value)]).encoded), "terms", version: 1, by: .home, route)
        let days = start.days(until: returns)
        guard days <= standby.days else {
            throw Refusal(.limit, [("limit", .integer(standby.days)), ("days", .integer(days))])
        }
        let missing = standby.monthsMissing(from: start, until: returns)
        guard missing.isEmpty else {
            throw Refusal(
                .unsupported,
                [
                    ("months", .array(missing.map(JSONValue.integer))),
                    ("expected", .array(standby.months.map(JSONValue.integer))),
                ])
        }
        var offer = Offer(
            id: try nextID(), home: standby.home, receiving: vacancy.agency, card: card.id, vacancy: vacancy.id,
            route: route.code, policy: standby.policy, terms: terms, sheet: standby.sheet, sheetDay: standby.day,
            computed: [], opinions: [])
        offer.set(agreement(OperationID(standby.id.uuid), standby.said.actor), of: .home)
        offer.set(agreement(OperationID(vacancy.id.uuid), nil), of: .receiving)
        return offer
    }

    /// A stance that an earlier operation stands for.
    private func agreement(_ operation: OperationID, _ actor: String?) -> Stance {
        var stance = Stance(says: .agree, terms: 1, position: position, operation: nil)
        stance.operation = operation
        stance.actor = actor
        return stance
    }

    /// The opinions that the route asks for, as the call tells them, and the order that ends it.
    private mutating func documents(_ json: JSON, about offer: Offer, _ route: Route) throws -> [Document] {
        let told = try json.optionalArray("opinions", maxCount: 10) ?? []
        let missing = route.requiredOpinions.filter { code in !told.contains { $0["type"]?.string == code } }
        guard missing.isEmpty else { throw Refusal(.incomplete, [("missing", .array(missing.map(JSONValue.string)))]) }
        var documents: [Document] = []
        for paper in told + [json] {
            let isOrder = documents.count == told.count
            let type = isOrder ? route.document : try paper.requiredString("type", maxBytes: 40)
            guard isOrder || route.opinion(type) != nil else {
                throw BodyError(
                    path: paper.path + "/type", expected: route.opinions.map(\.code).joined(separator: ", "))
            }
            let line: [(String, JSONValue)] =
                [
                    ("offer", .string(offer.id.text)), ("terms", .integer(1)), ("result", "favourable"),
                ] + (try paper.optionalBoolean("conflict").map { [("conflict", .boolean($0))] } ?? [])
            let value = JSONValue.object([
                ("type", .string(type)), ("number", .string(try paper.requiredString("number", maxBytes: 100))),
                ("date", .string(try paper.requiredDate("date").iso)),
                ("signer", .string(try paper.requiredString("signer", maxBytes: 200))),
                ("standing", .string(try paper.requiredString("standing", maxBytes: 100))),
                ("lines", .array([.object(line)])),
            ])
            documents.append(
                try Document(
                    id: try nextID(), agency: author, position: position, actor: operation.actor,
                    reading: try JSON(parsing: value.encoded)))
        }
        return documents
    }

    private func openStandby() throws -> Standby {
        let standby = try read(try visible(operation.record, .standby), Standby.init)
        guard standby.ended == nil else { throw Refusal(.wrongState, [("state", .optional(standby.ended?.reason))]) }
        return standby
    }

    /// The open ones.
    private func standbys(ofCard card: RecordID) throws -> [Standby] {
        try records(linked: Link("card", card.text)).filter { $0.kind == .standby }
            .map { try read($0, Standby.init) }.filter { $0.ended == nil }
    }

    private mutating func store(_ standby: Standby) throws {
        try put(standby.id, .standby, .of([standby.home, region().desk]), standby.body)
    }
}
