import Personnel
import StrictJSON

/// Reorganisations: open records follow their units on the day from which they count, people by a decree like any other move.
///
/// Rejected: moving cards with the units. A card stands for staff rows that only its registry holds, and for whom no decree
/// says that they serve elsewhere; a decree over all of them ends in transfers, and those move rows, files and cards.
extension Workspace {
    /// `reorganisation.apply`: all of it or nothing; on the day from which it counts, where that has not come.
    mutating func reorganise() throws {
        var act = try Reorganisation(
            id: operation.record, agency: author, position: position, actor: operation.actor,
            reading: try body.requiredObject("reorganisation"))
        let today = try region().day
        guard act.date <= today else {
            throw BodyError(path: "/body/reorganisation/date", expected: "a date up to today, \(today.iso)")
        }
        let tag = Self.tag(act)
        guard try claim(tag) == nil else { throw Refusal(.exists, [("number", .string(act.number))]) }
        try checkAgencies(act)
        try checkRoute(act)
        claim(tag, for: act.id)
        if act.from > today {
            guard try records(linked: .open(.reorganisation)).count < Reorganisation.plannedLimit else {
                throw Refusal(.limit, [("limit", .integer(Reorganisation.plannedLimit))])
            }
            act.state = .planned
        } else {
            try carryOut(&act)
        }
        try store(act)
    }

    /// `reorganisation.withdraw`: a planned one is not carried out, and one that stopped waits for nobody any more; its number is free.
    mutating func withdrawReorganisation() throws {
        var act = try read(try visible(operation.record, .reorganisation), Reorganisation.init)
        guard [.planned, .stopped].contains(act.state) else {
            throw Refusal(.wrongState, [("state", .string(act.state.rawValue))])
        }
        try body.checkAttachment(ifAny: "reason")
        act.state = .withdrawn
        act.settled = Reorganisation.Settled(day: try region().day, position: position)
        try release(Self.tag(act), of: act.id)
        try store(act)
    }

    /// A day has come: the planned ones that count from it, by their first day and in the order in which they were recorded.
    mutating func carryOutPlanned(on day: CivilDate) throws {
        let due = try records(linked: .open(.reorganisation)).map { try read($0, Reorganisation.init) }
            .filter { $0.from <= day }.sorted { ($0.from, $0.position) < ($1.from, $1.position) }
        for act in due {
            try carryOut(planned: act, on: day)
        }
    }

    /// All of it, or nothing with a notice to the personnel agency.
    private mutating func carryOut(planned: Reorganisation, on day: CivilDate) throws {
        var trial = self
        var act = planned
        act.state = .applied
        act.settled = Reorganisation.Settled(day: day, position: position)
        do {
            try trial.checkAgencies(act)
            try trial.checkRoute(act)
            try trial.carryOut(&act)
            try trial.store(act)
            self = trial
        } catch let refusal as Refusal {
            try stop(planned, on: day, refusal.outcome)
        } catch let error as BodyError {
            try stop(
                planned, on: day,
                .rejected(.badBody, [("path", .string(error.path)), ("expected", .string(error.expected))]))
        }
    }

    private mutating func stop(_ planned: Reorganisation, on day: CivilDate, _ outcome: Outcome) throws {
        var act = planned
        act.state = .stopped
        act.settled = Reorganisation.Settled(
            day: day, position: position, code: outcome.code, detail: outcome.detail)
        try release(Self.tag(act), of: act.id)
        try store(act)
        let code: [(String, JSONValue)] = outcome.code.map { [("code", .string($0.rawValue))] } ?? []
        try notify(
            .reorganisationStopped, of: act.agency, record: act.id,
            detail: [("number", .string(act.number))] + code)
    }

    private mutating func store(_ act: Reorganisation) throws {
        try put(act.id, .reorganisation, .all, act.body)
    }

    private static func tag(_ act: Reorganisation) -> String { "reorganisation:\(act.number)" }

    private mutating func carryOut(_ act: inout Reorganisation) throws {
        for unit in act.units where unit.from != unit.to {
            act.followed += try follow(unit)
            try endNeed(of: unit.unit, at: unit.from, reason: "moved")
            for post in unit.posts {
                act.opened.append(try openForConfirmation(post, of: unit, act))
            }
        }
        try followSecondments(act)
        try close(act)
        try rename(act)
    }

    // MARK: Checks

    private func checkAgencies(_ act: Reorganisation) throws {
        let desk = try region().desk
        let named = act.units.flatMap { [$0.from, $0.to] } + act.closes + act.renames.map(\.agency)
        for code in named {
            guard try agency(code) != nil else { throw Refusal.notFound }
        }
        for code in act.units.map(\.to) + act.closes where try agency(code)?.agency.closing != nil {
            throw Refusal(.wrongState, [("state", "agency-closes"), ("agency", .string(code.text))])
        }
        guard !act.closes.contains(desk) else { throw Refusal.notAllowed(desk.text) }
    }

    /// People move for good on the route, in journal order among those who are proposed.
    private func checkRoute(_ act: Reorganisation) throws {
        guard let code = act.route else { return }
        let policy = try currentPolicy()
        guard let route = policy.route(code), route.assignment == .definitive,
            route.modes.contains(Self.confirmationMode)
        else {
            let fitting = policy.routes.filter {
                $0.assignment == .definitive && $0.modes.contains(Self.confirmationMode)
            }
            throw Refusal(
                .unsupported,
                [
                    ("path", "/body/reorganisation/route"),
                    ("expected", .array(fitting.map { .string($0.code) })),
                ])
        }
    }

    private static var confirmationMode: String { "first" }

    // MARK: Units

    /// Open vacancies of a unit go over to its new agency, and with them what is open about them.
    private mutating func follow(_ unit: Reorganisation.Unit) throws -> [RecordID] {
        var followed: [RecordID] = []
        for record in try records(linked: .open(.vacancy)) {
            var vacancy = try linked(record.id, .vacancy, Vacancy.init)
            guard vacancy.agency == unit.from, let id = vacancy.unit, id.utf8.elementsEqual(unit.unit.utf8) else {
                continue
            }
            vacancy.agency = unit.to
            try store(vacancy)
            followed.append(vacancy.id)
            for record in try records(linked: Link("about", vacancy.id.text)) where record.kind == .conflict {
                guard try read(record, Conflict.init).ended == nil else { continue }
                try put(record.id, .conflict, .of([unit.to]), record.body)
            }
            for offer in try offers(linked: Link("vacancy", vacancy.id.text)) where offer.closed == nil {
                try follow(offer, to: unit.to)
            }
        }
        return followed
    }

    /// The receiving side of an offer is the new agency from now on: what was said for it stands. Who has started for good came to
    /// the old agency, and moves on like its other people.
    private mutating func follow(_ old: Offer, to agency: AgencyCode) throws {
        let transfer = try transfer(of: old)
        guard transfer?.started == nil else { return }
        var offer = old
        offer.receiving = agency
        try store(offer)
        let (route, _) = try route(of: offer)
        let seen = try audience(of: offer, route)
        if var transfer {
            transfer.receiving = agency
            try store(transfer)
        }
        if let package = try offer.package.map({ try linked($0, .package, Package.init) }), package.ended == nil {
            // Its parties are others now.
            try store(package)
        }
        for record in try records(linked: Link("offer", offer.id.text)) {
            try follow(record, offer, seen)
        }
    }

    /// Who serves for a while in a unit that goes over serves at its new agency from now on, also when the seat is no longer open.
    private mutating func followSecondments(_ act: Reorganisation) throws {
        let units = act.units.filter { $0.from != $0.to }
        guard !units.isEmpty else { return }
        for record in try records(linked: .open(.transfer)) {
            var transfer = try linked(record.id, .transfer, Transfer.init)
            guard transfer.isSecondmentUnderWay else { continue }
            var vacancy = try linked(transfer.vacancy, .vacancy, Vacancy.init)
            let unit = units.first { unit in
                unit.from == transfer.receiving && vacancy.unit.map { $0.utf8.elementsEqual(unit.unit.utf8) } ?? false
            }
            guard let unit else { continue }
            var offer = try linked(transfer.offer, .offer, Offer.init)
            offer.receiving = unit.to
            try store(offer)
            transfer.receiving = unit.to
            try store(transfer)
            if vacancy.ended != nil {
                vacancy.agency = unit.to
                try store(vacancy)
            }
            try followRecords(of: offer)
        }
    }

    /// What is about an offer of which a party is another one now.
    mutating func followRecords(of offer: Offer) throws {
        let seen = try audience(of: offer, try route(of: offer).0)
        for record in try records(linked: Link("offer", offer.id.text)) {
            try follow(record, offer, seen)
        }
    }

    /// A disclosure, a course or a document about an offer of which a party is another one now.
    private mutating func follow(_ record: Record, _ offer: Offer, _ seen: Audience) throws {
        switch record.kind {
        case .disclosure:
            var disclosure = try read(record, Disclosure.init)
            disclosure.home = offer.home
            disclosure.receiving = offer.receiving
            try put(record.id, .disclosure, seen, disclosure.body)
        case .training:
            var training = try read(record, Training.init)
            guard training.ended == nil else { return }
            training.home = offer.home
            training.receiving = offer.receiving
            let parties = [offer.home, offer.receiving, training.provider, try region().desk]
            try put(record.id, .training, .of(parties), training.body)
        case .document:
            // Whoever was told of it keeps it: it was issued to them.
            guard seen.includes(offer.receiving), seen.includes(offer.home) else { return }
            let isHiding = try route(of: offer).0.isHidden
            guard try !isHiding || isSeen(try read(record, Document.init), byPartiesOf: offer) else { return }
            try put(record.id, .document, record.audience.adding([offer.home, offer.receiving]), record.body)
        default: break
        }
    }

    /// Seats of a post that moves, for the people who hold it.
    private mutating func openForConfirmation(
        _ post: Reorganisation.Post, of unit: Reorganisation.Unit, _ act: Reorganisation
    ) throws -> RecordID {
        let groups = JSONValue.object([
            (
                "place",
                .object([
                    ("post", .verbatim(post.value)),
                    ("unit", .object([("id", .string(unit.unit)), ("name", .string(unit.name ?? unit.unit))])),
                ])
            ),
            ("standard", .object([])),
            ("kind", .object([("route", .string(act.route ?? ""))])),
            ("seats", .object([("count", .integer(post.seats))])),
            // The posts move with their holders: as many are needed as there are, and nobody holds them at the new agency yet.
            ("need", .object([("need", .integer(post.seats)), ("holders", .integer(0))])),
            ("mode", .object([("mode", .string(Self.confirmationMode))])),
        ])
        var vacancy = Vacancy(
            id: try nextID(), agency: unit.to,
            groups: try FieldGroups(reading: try JSON(parsing: groups.encoded), reserved: Vacancy.reserved))
        vacancy.reorganised = Vacancy.Reorganised(by: act.id, from: unit.from)
        try vacancy.check()
        try store(vacancy)
        return vacancy.id
    }

    // MARK: Agencies

    /// An agency that ends opens nothing more; its people and what is decided about them go their way until they have moved.
    private mutating func close(_ act: Reorganisation) throws {
        for code in act.closes {
            guard var (record, agency) = try agency(code) else { throw Refusal.notFound }
            agency.closing = Agency.Closing(on: act.from, by: act.id)
            record.body = agency.body
            try put(record.id, .agency, .all, record.body)
            for record in try records(linked: .open(.vacancy)) {
                let vacancy = try linked(record.id, .vacancy, Vacancy.init)
                guard vacancy.agency == code, vacancy.ended == nil else { continue }
                guard vacancy.taken == vacancy.filled else {
                    throw Refusal(
                        .seatsHeld, [("taken", .integer(vacancy.taken)), ("vacancy", .string(vacancy.id.text))])
                }
                try end(vacancy, reason: "agency-closed", offers: "vacancy-closed")
            }
        }
    }

    private mutating func rename(_ act: Reorganisation) throws {
        for rename in act.renames {
            guard var (record, agency) = try agency(rename.agency) else { throw Refusal.notFound }
            agency.names = .verbatim(rename.names)
            record.body = agency.body
            try put(record.id, .agency, .all, record.body)
        }
    }

    /// Whether an agency may open something new.
    func checkNotClosing(_ code: AgencyCode) throws {
        guard let closing = try agency(code)?.agency.closing else { return }
        throw Refusal(
            .wrongState,
            [
                ("state", "agency-closes"), ("agency", .string(code.text)), ("on", .string(closing.on.iso)),
                ("reorganisation", .string(closing.by.text)),
            ])
    }
}
