import Personnel
import StrictJSON

/// Reorganisations: open records follow their units at once, people by a decree like any other move.
///
/// Rejected: moving cards with the units. A card stands for staff rows that only its registry holds, and for whom no decree
/// says that they serve elsewhere; a decree over all of them ends in transfers, and those move rows, files and cards.
extension Workspace {
    /// `reorganisation.apply`: all of it or nothing.
    mutating func reorganise() throws {
        var act = try Reorganisation(
            id: operation.record, agency: author, position: position, actor: operation.actor,
            reading: try body.requiredObject("reorganisation"))
        let today = try region().day
        guard act.date <= today else {
            throw BodyError(path: "/body/reorganisation/date", expected: "a date up to today, \(today.iso)")
        }
        let tag = "reorganisation:\(act.number)"
        guard try claim(tag) == nil else { throw Refusal(.exists, [("number", .string(act.number))]) }
        try checkAgencies(act)
        try checkRoute(act)
        claim(tag, for: act.id)
        for unit in act.units where unit.from != unit.to {
            act.followed += try follow(unit)
            for post in unit.posts {
                act.opened.append(try openForConfirmation(post, of: unit, act))
            }
        }
        try close(act)
        try rename(act)
        try put(act.id, .reorganisation, .all, act.body)
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

    /// The receiving side of an offer is the new agency from now on: what was said for it stands. Who has started already
    /// came to the old agency, and moves on like its other people.
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

    /// A disclosure, a course or a document about an offer whose receiver is another one now.
    private mutating func follow(_ record: Record, _ offer: Offer, _ seen: Audience) throws {
        switch record.kind {
        case .disclosure:
            var disclosure = try read(record, Disclosure.init)
            disclosure.receiving = offer.receiving
            try put(record.id, .disclosure, seen, disclosure.body)
        case .training:
            var training = try read(record, Training.init)
            guard training.ended == nil else { return }
            training.receiving = offer.receiving
            let parties = [offer.home, offer.receiving, training.provider, try region().desk]
            try put(record.id, .training, .of(parties), training.body)
        case .document:
            // Whoever was told of it keeps it: it was issued to them.
            guard seen.includes(offer.receiving) else { return }
            try put(record.id, .document, record.audience.adding([offer.receiving]), record.body)
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
