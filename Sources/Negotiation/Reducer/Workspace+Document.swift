import Personnel
import StrictJSON

/// Opinions, approvals and decrees: one document, a line for each offer.
extension Workspace {
    /// A document, with the others of `with` beside it: a package whose moves end in several kinds of document is decreed by all
    /// of them at one position.
    mutating func issueDocument() throws {
        func document(_ json: JSON, _ id: RecordID) throws -> Document {
            try Document(id: id, agency: author, position: position, actor: operation.actor, reading: json)
        }
        var documents = [try document(try body.requiredObject("document"), operation.record)]
        for json in try body.optionalArray("with", maxCount: Document.togetherLimit - 1) ?? [] {
            documents.append(try document(json, try nextID()))
        }
        guard documents.count == 1 || documents.allSatisfy({ $0.corrects == nil }) else {
            throw BodyError(path: "/body/with", expected: "none: a correction stands alone")
        }
        let offers = documents.flatMap(\.lines).map(\.offer)
        guard Set(offers).count == offers.count else {
            throw BodyError(path: "/body/with", expected: "lines about other offers than those of the other documents")
        }
        for document in documents {
            try issue(document, with: documents)
        }
        try markDecreed(by: documents)
    }

    /// Either every line applies or none; the refusal lists the lines that cannot.
    ///
    /// - Parameter others: the documents of the same operation, with or without this one.
    mutating func issue(_ issued: Document, with others: [Document] = []) throws {
        var document = issued
        document.entered = try lateEntry(of: document.date)
        let tags = try numberTags(of: document)
        let corrected = try document.corrects.map { try read(try visible($0, .document), Document.init) }
        if let corrected, document.date < corrected.date {
            throw BodyError(
                path: "/body/document/date", expected: "a date from the corrected document's, \(corrected.date.iso), on"
            )
        }
        let together = others.isEmpty ? [document] : others
        var faults: [JSONValue] = []
        var parties = [author]
        // Offers that no agency may see: with this document still not, and from it on.
        var hidden: [Document.Line] = []
        var shown: [RecordID] = []
        for line in document.lines {
            do {
                if let corrected {
                    parties += try checkCorrection(line, of: document, corrected)
                    continue
                }
                parties += try check(line, of: document, together)
                let (offer, route, _) = try negotiated(line.offer)
                guard offer.isHidden(route) else { continue }
                // A favourable decree is what its parties see the offer from.
                if line.isFavourable, document.isDecree(on: route) {
                    shown.append(line.offer)
                } else {
                    hidden.append(line)
                }
            } catch let refusal as Refusal {
                faults.append(Self.fault(line, refusal))
            }
        }
        if parties.count > 1 || !shown.isEmpty {
            // Whoever sees a document sees all its lines.
            faults += hidden.map { Self.fault($0, Refusal(.wrongState, [("state", "hidden-line")])) }
        }
        guard faults.isEmpty else { throw Refusal(.incomplete, [("lines", .array(faults))]) }
        for tag in tags {
            claim(tag, for: document.id)
        }
        try put(document.id, .document, .of(parties), document.body)
        for line in document.lines {
            do {
                try corrected == nil ? apply(line, of: document) : applyCorrection(line, of: document)
            } catch let refusal as Refusal {
                // What an earlier line did stands in this one's way.
                throw Refusal(.incomplete, [("lines", .array([Self.fault(line, refusal)]))])
            }
        }
        for offer in shown {
            try show(documentsOf: try linked(offer, .offer, Offer.init))
        }
    }

    /// What a document claims: a number once, or each part of it once. A part says the same as those before it.
    private func numberTags(of document: Document) throws -> [String] {
        let whole = "document:\(author.text):\(document.number)"
        let refusal = Refusal(.exists, [("number", .string(document.number))])
        guard let part = document.part else {
            guard try claim(whole) == nil else { throw refusal }
            return [whole]
        }
        let own = "document-part:\(author.text):\(part.number):\(document.number)"
        guard try claim(own) == nil else { throw refusal }
        guard let first = try claim(whole) else { return [whole, own] }
        let other = try linked(first, .document, Document.init)
        guard other.part?.of == part.of, other.type == document.type, other.date == document.date,
            other.signer == document.signer, other.standing == document.standing, other.corrects == document.corrects
        else { throw refusal }
        return [own]
    }

    /// The agencies that see the document for this line.
    private func check(_ line: Document.Line, of document: Document, _ together: [Document]) throws -> [AgencyCode] {
        let (offer, route, policy) = try negotiated(line.offer)
        guard offer.isOpen else {
            throw Refusal(.wrongState, [("state", .string(offer.label(route).rawValue))])
        }
        guard line.terms == offer.terms.version else { throw Refusal(.staleTerms, [("terms", offer.terms.json)]) }
        guard offer.isHolding else {
            throw Refusal(.wrongState, [("state", .string(offer.label(route).rawValue))])
        }
        var parties = offer.isHidden(route) ? [] : [offer.home, offer.receiving]
        try checkPackage(of: offer, route, line, of: document, together)
        if let opinion = route.opinion(document.type) {
            let said = try standing(offer, route)
            guard !said.counts(opinion.code) else { throw Refusal(.alreadyDone) }
            let before = route.opinions.prefix { $0 != opinion }
            try require(before.filter(\.isRequired).map(\.code), said)
            let decided = route.rules.contains(.r22) && opinion.answers.contains(.r22)
            if decided, line.isFavourable || line.changed != nil {
                try refuseBlocking([Rules.conflictOfInterest(hasConflict: line.hasConflict, policy.personnel)], route)
            }
            if let changed = line.changed {
                let (card, vacancy, _) = try replacement(of: offer, changed, route, policy)
                parties += route.isHidden ? [] : [card.agency, vacancy.agency]
            }
        } else if document.isDecree(on: route) {
            guard line.changed == nil else {
                throw Refusal(.unsupported, [("expected", .array(route.opinions.map { .string($0.code) }))])
            }
            try require(route.requiredOpinions, try standing(offer, route))
            if line.isFavourable { try checkDecree(offer, by: document, route, policy) }
        } else {
            let isCorrection = route.correction?.utf8.elementsEqual(document.type.utf8) == true
            try require(missing: isCorrection ? ["corrects"] : [])
            let codes = route.opinions.map(\.code) + [route.document]
            throw Refusal(.unsupported, [("expected", .array(codes.map(JSONValue.string)))])
        }
        return parties
    }

    /// Nothing that was found of the offer forbids it, and what home found is not too old.
    private func checkDecree(_ offer: Offer, by document: Document, _ route: Route, _ policy: Policy) throws {
        let sheet = RuleResult.sheet(offer.sheet)
        let vacancy = try linked(offer.vacancy, .vacancy, Vacancy.init)
        try refuseBlocking(sheet + (try finalRules(offer, by: document, route, policy, vacancy)), route)
        try require(missing: offer.needsCheck(on: region().day, route) ? ["sheet"] : [])
    }

    private func require(missing: [String]) throws {
        guard missing.isEmpty else {
            throw Refusal(.incomplete, [("missing", .array(missing.map(JSONValue.string)))])
        }
    }

    private mutating func apply(_ line: Document.Line, of document: Document) throws {
        var (offer, route, policy) = try negotiated(line.offer)
        guard offer.isOpen else { return }
        guard let opinion = route.opinion(document.type) else {
            try line.isFavourable
                ? decree(&offer, by: document, route, policy) : close(offer.id, reason: "struck")
            return
        }
        offer.opinions.append(
            Offer.Opinion(
                code: opinion.code, result: line.isFavourable ? "favourable" : "struck", document: document.id,
                terms: offer.terms.version, position: position, hasConflict: line.hasConflict))
        offer.hold?.day = try region().day
        try store(offer)
        if let changed = line.changed {
            try replace(offer, changed, by: document, line, route, policy)
        } else if !line.isFavourable {
            try close(offer.id, reason: "struck")
        }
    }

    private mutating func decree(
        _ offer: inout Offer, by document: Document, _ route: Route, _ policy: Policy
    ) throws {
        let vacancy = try linked(offer.vacancy, .vacancy, Vacancy.init)
        offer.computed += try finalRules(offer, by: document, route, policy, vacancy)
        // Where home was decided over and never checked, the decree says so of each rule, and none passes by silence.
        let checked = Set((RuleResult.sheet(offer.sheet) + offer.computed).map(\.rule))
        offer.computed += route.homeRules.filter { !checked.contains($0) }.map {
            RuleResult.unchecked($0, policy.personnel)
        }
        let findings = RuleResult.findings(sheet: offer.sheet, computed: offer.computed)
        var transfer = Transfer(
            id: try nextID(), offer: offer.id, card: offer.card, vacancy: offer.vacancy, document: document.id,
            home: offer.home, receiving: offer.receiving, route: offer.route, policy: offer.policy,
            effect: route.assignment, start: offer.terms.start, returns: offer.terms.returns, sheet: offer.sheet,
            computed: offer.computed,
            steps: route.steps.filter { $0.isCalled(by: findings) }.map {
                Transfer.Step(step: $0.step, owner: $0.owner, moment: $0.moment)
            },
            openGates: [])
        offer.decreed = Offer.Decreed(position: position, document: document.id, transfer: transfer.id)
        try store(offer)
        try show(vacancy)
        transfer.openGates = try gates(of: transfer)
        try store(transfer)
    }

    /// What opinions, stances and the calendar say at the decree, of the rules that the route names.
    private func finalRules(
        _ offer: Offer, by document: Document, _ route: Route, _ policy: Policy, _ vacancy: Vacancy
    ) throws -> [RuleResult] {
        let said = try standing(offer, route)
        // Who holds the office and when it is elected are facts of today, not settings of the offer's policy.
        let head = try currentPolicy().head ?? policy.head
        let sameInstansi = try isInside(offer.home) == isInside(offer.receiving)
        func recorded(_ rule: RuleID) -> [Offer.Opinion] {
            let codes = route.opinions(answering: rule).map(\.code)
            return said.counting.filter { codes.contains($0.code) }
        }
        return try route.rules.compactMap { rule in
            switch rule {
            case .r16:
                Rules.electionBan(
                    isOfficial: vacancy.isOfficial, on: [document.date, offer.terms.start], head: head,
                    permit: document.permit.map { "\($0.number), \($0.date.iso)" }, policy.personnel)
            case .r17:
                Rules.standing(
                    of: head, on: document.date, hasConsideration: !recorded(.r17).isEmpty, policy.personnel)
            case .r18:
                Rules.boardOpinion(
                    recorded: route.opinions(answering: .r18).allSatisfy { said.counts($0.code) } ? .favourable : nil,
                    policy.personnel)
            case .r19:
                Rules.agreement(
                    home: Self.word(offer.stance(.home), route.home),
                    receiving: Self.word(offer.stance(.receiving), route.receiving),
                    homePost: vacancy.post, receivingPost: vacancy.post, sameInstansi: sameInstansi,
                    policy.personnel)
            case .r22:
                Rules.conflictOfInterest(
                    hasConflict: recorded(.r22).compactMap(\.hasConflict).max { !$0 && $1 }, policy.personnel)
            case .r24:
                Rules.trainingAhead(
                    gaps: try gaps(of: offer), requirements: try trainings(of: offer.id).map(\.requirement),
                    policy.personnel)
            case .r26 where RuleResult.sheet(offer.sheet).contains { $0.rule == rule && $0.reason == .noPostNamed }:
                // Home looked before there was a post: one that asks for no certificate is answered by the vacancy itself.
                vacancy.certificates.isEmpty
                    ? Rules.certificates(nil, required: [], place: nil, on: offer.terms.start, policy.personnel) : nil
            default: nil
            }
        }
    }

    private func isInside(_ code: AgencyCode) throws -> Bool {
        try agency(code)?.agency.isOutside != true
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
    /// Those on the current terms, void ones too.
    var favourableOpinions: [Opinion] {
        opinions.filter { $0.result == "favourable" && $0.terms == terms.version }
    }

    /// Whether an opinion of the route is favourable on the current terms, and counts under today's head of region.
    public func hasOpinion(_ code: String) -> Bool {
        favourableOpinions.contains { $0.code == code && !$0.isVoid }
    }
}
