import Personnel
import StrictJSON

/// Opinions, approvals and decrees: one document, a line for each offer.
extension Workspace {
    /// Either every line applies or none; the refusal lists the lines that cannot.
    mutating func issueDocument() throws {
        let document = try Document(
            id: operation.record, agency: author, position: position, actor: operation.actor,
            reading: try body.requiredObject("document"))
        let tag = "document:\(author.text):\(document.number)"
        guard try claim(tag) == nil else { throw Refusal(.exists, [("number", .string(document.number))]) }
        var faults: [JSONValue] = []
        var parties = [author]
        for line in document.lines {
            do {
                let offer = try check(line, of: document)
                parties += [offer.home, offer.receiving]
            } catch let refusal as Refusal {
                faults.append(Self.fault(line, refusal))
            }
        }
        guard faults.isEmpty else { throw Refusal(.incomplete, [("lines", .array(faults))]) }
        claim(tag, for: document.id)
        try put(document.id, .document, .of(parties), document.body)
        for line in document.lines {
            try apply(line, of: document)
        }
    }

    private func check(_ line: Document.Line, of document: Document) throws -> Offer {
        let (offer, route, policy) = try negotiated(line.offer)
        guard offer.isOpen else {
            throw Refusal(.wrongState, [("state", .string(offer.label(route).rawValue))])
        }
        guard line.terms == offer.terms.version else { throw Refusal(.staleTerms, [("terms", offer.terms.json)]) }
        guard offer.isHolding else {
            throw Refusal(.wrongState, [("state", .string(offer.label(route).rawValue))])
        }
        if let index = route.opinions.firstIndex(of: document.type) {
            guard !offer.hasOpinion(document.type) else { throw Refusal(.alreadyDone) }
            let missing = route.opinions[..<index].filter { !offer.hasOpinion($0) }
            try require(missing: Array(missing))
        } else if document.type == route.document {
            try require(missing: route.opinions.filter { !offer.hasOpinion($0) })
            let blocking = finalRules(offer, route, policy, try linked(offer.vacancy, .vacancy, Vacancy.init))
                .filter(\.blocks)
            guard !line.isFavourable || blocking.isEmpty else {
                throw Refusal(.rule, [("rules", .array(blocking.map(\.json)))])
            }
        } else {
            throw Refusal(
                .unsupported, [("expected", .array((route.opinions + [route.document]).map(JSONValue.string)))])
        }
        return offer
    }

    private func require(missing: [String]) throws {
        guard missing.isEmpty else {
            throw Refusal(.incomplete, [("missing", .array(missing.map(JSONValue.string)))])
        }
    }

    private mutating func apply(_ line: Document.Line, of document: Document) throws {
        var (offer, route, policy) = try negotiated(line.offer)
        guard offer.isOpen else { return }
        guard route.opinions.contains(document.type) else {
            try line.isFavourable
                ? decree(&offer, by: document, route, policy) : close(offer.id, reason: "struck")
            return
        }
        offer.opinions.append(
            Offer.Opinion(
                code: document.type, result: line.isFavourable ? "favourable" : "struck", document: document.id,
                terms: offer.terms.version, position: position))
        offer.hold?.day = try region().day
        try store(offer)
        if !line.isFavourable {
            try close(offer.id, reason: "struck")
        }
    }

    private mutating func decree(
        _ offer: inout Offer, by document: Document, _ route: Route, _ policy: Policy
    ) throws {
        let vacancy = try linked(offer.vacancy, .vacancy, Vacancy.init)
        offer.computed += finalRules(offer, route, policy, vacancy)
        var transfer = Transfer(
            id: try nextID(), offer: offer.id, card: offer.card, vacancy: offer.vacancy, document: document.id,
            home: offer.home, receiving: offer.receiving, route: offer.route, policy: offer.policy,
            effect: route.assignment, start: offer.terms.start, returns: offer.terms.returns, sheet: offer.sheet,
            computed: offer.computed,
            steps: route.steps.map { Transfer.Step(step: $0.step, owner: $0.owner == .home ? .home : .receiving) },
            openGates: [])
        offer.decreed = Offer.Decreed(position: position, document: document.id, transfer: transfer.id)
        try store(offer)
        transfer.openGates = try gates(of: transfer)
        try store(transfer)
    }

    /// R18 and R19, when the route names them: what the opinions and stances say at the decree.
    private func finalRules(_ offer: Offer, _ route: Route, _ policy: Policy, _ vacancy: Vacancy) -> [RuleResult] {
        route.rules.compactMap { rule in
            switch rule {
            case .r18:
                let isFavourable = route.opinions.allSatisfy { offer.hasOpinion($0) }
                return Rules.boardOpinion(recorded: isFavourable ? .favourable : nil, policy.personnel)
            case .r19:
                return Rules.agreement(
                    home: Self.word(offer.stance(.home), route.home),
                    receiving: Self.word(offer.stance(.receiving), route.receiving),
                    homePost: vacancy.post, receivingPost: vacancy.post, sameInstansi: true, policy.personnel)
            default: return nil
            }
        }
    }

    private static func word(_ stance: Stance?, _ voice: Route.Voice) -> AgreementStance {
        switch stance?.says {
        case .agree: .agrees
        case .refuse: .refuses
        case .silent, nil: voice == .none ? .agrees : .silent
        }
    }

    private static func fault(_ line: Document.Line, _ refusal: Refusal) -> JSONValue {
        .object([
            ("offer", .string(line.offer.text)),
            ("code", .string(refusal.outcome.code?.rawValue ?? "")),
            ("detail", refusal.outcome.detail),
        ])
    }
}

extension Offer {
    /// Whether an opinion of the route is favourable on the current terms.
    public func hasOpinion(_ code: String) -> Bool {
        opinions.contains { $0.code == code && $0.result == "favourable" && $0.terms == terms.version }
    }
}
