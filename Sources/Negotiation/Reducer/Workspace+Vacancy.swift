import Personnel
import StrictJSON

/// Vacancies: any node of the agency writes them, field group by field group.
extension Workspace {
    /// By its agency; the personnel agency opens the seat that a card leaves, where the route lets it open offers too.
    mutating func openVacancy() throws {
        let owner = try body.optionalAgency("agency") ?? author
        try checkNotClosing(owner)
        let groups = try FieldGroups(reading: try body.requiredObject("vacancy"), reserved: Vacancy.reserved)
        let vacancy = Vacancy(
            id: operation.record, agency: owner, openedBy: owner == author ? nil : author, groups: groups)
        try vacancy.check()
        let route = try checkKind(vacancy)
        try checkAhead(vacancy, was: nil)
        try checkOpener(of: vacancy, route)
        try checkFreed(vacancy, was: nil)
        try store(vacancy)
        try tellOwner(of: vacancy)
    }

    mutating func editVacancy() throws -> Outcome {
        try edit(try GroupEdit(reading: body), of: .vacancy(try ownVacancy()))
    }

    mutating func withdrawVacancy() throws {
        let vacancy = try ownVacancy(orOpened: true)
        let reason = try body.requiredString("reason", maxBytes: 200)
        try checkNotHeld(vacancy)
        try end(vacancy, reason: reason, offers: "vacancy-withdrawn")
    }

    /// Writes an edited vacancy; seats that offers hold cannot be cut, new ones go to those who wait.
    mutating func change(_ vacancy: Vacancy) throws {
        guard vacancy.seats >= vacancy.taken else {
            throw Refusal(.seatsHeld, [("taken", .integer(vacancy.taken)), ("offers", try holdingOffers(vacancy))])
        }
        try checkKind(vacancy)
        let was = try linked(vacancy.id, .vacancy, Vacancy.init)
        try checkStays(vacancy, was: was)
        try checkAhead(vacancy, was: was)
        try checkFreed(vacancy, was: was)
        try store(vacancy)
        try refreshGates(linked: Link("vacancy", vacancy.id.text))
        try refreshWaiting(for: vacancy)
        if was.freedBy != vacancy.freedBy { try refreshWaiting(for: was) }
        try retryWaiting(vacancy: vacancy.id, card: nil)
    }

    /// Ends a vacancy and closes its open offers.
    mutating func end(_ vacancy: Vacancy, reason: String, offers offerReason: String) throws {
        var vacancy = vacancy
        vacancy.ended = Ending(position: position, reason: reason)
        try store(vacancy)
        for offer in try offers(linked: Link("vacancy", vacancy.id.text)) where offer.isOpen {
            try close(offer.id, reason: offerReason)
        }
    }

    mutating func store(_ vacancy: Vacancy) throws {
        try put(vacancy.id, .vacancy, try audience(of: vacancy), vacancy.body)
    }

    /// Everybody. A seat that the personnel agency opened on a route that hides its offers is its own until one of them is decreed.
    private func audience(of vacancy: Vacancy) throws -> Audience {
        guard let opener = vacancy.openedBy, try record(vacancy.id)?.audience != .all,
            try currentPolicy().route(vacancy.route)?.isHidden ?? true
        else { return .all }
        let isShown = try offers(linked: Link("vacancy", vacancy.id.text)).contains { $0.decreed != nil }
        return isShown ? .all : .of([opener])
    }

    /// Lets the agencies see a seat that the personnel agency had for itself, once an offer for it is decreed.
    mutating func show(_ vacancy: Vacancy) throws {
        guard vacancy.openedBy != nil, try record(vacancy.id)?.audience != .all else { return }
        try store(vacancy)
        try tellOwner(of: vacancy)
    }

    private mutating func tellOwner(of vacancy: Vacancy) throws {
        guard vacancy.openedBy != nil, try record(vacancy.id)?.audience == .all else { return }
        try notify(
            .seatOpened, of: vacancy.agency, record: vacancy.id, operation: operation.id,
            detail: [("card", .optional(vacancy.freedBy?.text)), ("route", .string(vacancy.route))])
    }

    /// Whoever is not the owner is the personnel agency, and opens no more than a seat that somebody leaves.
    private func checkOpener(of vacancy: Vacancy, _ route: Route) throws {
        guard vacancy.openedBy != nil else { return }
        guard try author == region().desk else { throw Refusal.notAllowed("desk") }
        guard vacancy.freedBy != nil else { throw Refusal(.incomplete, [("missing", .array(["freed"]))]) }
        try checkOpener(.desk, route)
    }

    /// A vacancy that the author may see.
    func vacancy(_ id: RecordID) throws -> Vacancy {
        try read(try visible(id, .vacancy), Vacancy.init)
    }

    private func ownVacancy(orOpened: Bool = false) throws -> Vacancy {
        let vacancy = try vacancy(operation.record)
        guard vacancy.agency == author || (orOpened && vacancy.openedBy == author) else {
            throw Refusal.notAllowed(vacancy.agency.text)
        }
        guard vacancy.ended == nil else { throw Refusal(.vacancyClosed) }
        return vacancy
    }

    /// The route exists in today's policy and allows the mode, and the mode is one that this version decides.
    @discardableResult
    private func checkKind(_ vacancy: Vacancy) throws -> Route {
        let policy = try currentPolicy()
        guard let route = policy.route(vacancy.route) else {
            throw Refusal(
                .unsupported,
                [
                    ("path", "/body/vacancy/kind/route"),
                    ("expected", .array(policy.routes.map { .string($0.code) })),
                ])
        }
        guard Vacancy.decidedModes.contains(vacancy.mode), route.modes.contains(vacancy.mode) else {
            let modes = route.modes.filter(Vacancy.decidedModes.contains)
            throw Refusal(
                .unsupported,
                [("path", "/body/vacancy/mode/mode"), ("expected", .array(modes.map(JSONValue.string)))])
        }
        return route
    }

    private func checkNotHeld(_ vacancy: Vacancy) throws {
        guard vacancy.taken == vacancy.filled else {
            throw Refusal(.seatsHeld, [("taken", .integer(vacancy.taken)), ("offers", try holdingOffers(vacancy))])
        }
    }

    /// What offers were made by does not change under them: the kind of move while one is open, and once one waits or holds how seats
    /// are given, and the closing date of a selection unless it becomes a later one.
    private func checkStays(_ vacancy: Vacancy, was: Vacancy) throws {
        let isOther = !vacancy.route.utf8.elementsEqual(was.route.utf8)
        let isSooner =
            was.mode == Vacancy.Mode.selection.rawValue && (vacancy.openUntil ?? .latest) < (was.openUntil ?? .latest)
        guard isOther || vacancy.mode != was.mode || isSooner else { return }
        let open = try offers(linked: Link("vacancy", vacancy.id.text)).filter(\.isOpen)
        let agreed = open.filter { $0.hold != nil }
        guard !isOther || open.isEmpty else {
            throw Refusal(.wrongState, [("state", "open-offers"), ("offers", try seenIDs(open))])
        }
        guard agreed.isEmpty else {
            let until = isSooner ? [("until", JSONValue.optional(was.openUntil?.iso))] : []
            throw Refusal(.wrongState, [("state", "agreed-offers"), ("offers", try seenIDs(agreed))] + until)
        }
    }

    /// The ids of those that the author may see.
    private func seenIDs(_ offers: [Offer]) throws -> JSONValue {
        Self.ids(try seen(offers).map(\.id))
    }

    /// Dates that are set lie ahead; an old vacancy keeps those that have passed.
    private func checkAhead(_ vacancy: Vacancy, was: Vacancy?) throws {
        let today = try region().day
        for name in ["return", "openUntil"] {
            guard let date = try vacancy.group("kind")?.optionalDate(name), date <= today else { continue }
            if was?.group("kind")?[name]?.string == date.iso { continue }
            throw BodyError(
                path: (was == nil ? "/body/vacancy/kind/" : "/body/now/kind/") + name,
                expected: "a date after today, \(today.iso)")
        }
    }

    private func holdingOffers(_ vacancy: Vacancy) throws -> JSONValue {
        try seenIDs(offers(linked: Link("vacancy", vacancy.id.text)).filter(\.isHolding))
    }
}
