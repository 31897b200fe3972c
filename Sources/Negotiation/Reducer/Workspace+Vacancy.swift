import Personnel
import StrictJSON

/// Vacancies: any node of the agency writes them, field group by field group.
extension Workspace {
    mutating func openVacancy() throws {
        try checkNotClosing(author)
        let groups = try FieldGroups(reading: try body.requiredObject("vacancy"), reserved: Vacancy.reserved)
        let vacancy = Vacancy(id: operation.record, agency: author, groups: groups)
        try vacancy.check()
        try checkKind(vacancy)
        try checkAhead(vacancy)
        try checkFreed(vacancy, was: nil)
        try store(vacancy)
    }

    mutating func editVacancy() throws -> Outcome {
        try edit(try GroupEdit(reading: body), of: .vacancy(try ownVacancy()))
    }

    mutating func withdrawVacancy() throws {
        let vacancy = try ownVacancy()
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
        try checkModeStays(vacancy)
        let was = try linked(vacancy.id, .vacancy, Vacancy.init)
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
        try put(vacancy.id, .vacancy, .all, vacancy.body)
    }

    /// A vacancy that the author may see.
    func vacancy(_ id: RecordID) throws -> Vacancy {
        try read(try visible(id, .vacancy), Vacancy.init)
    }

    private func ownVacancy() throws -> Vacancy {
        let vacancy = try vacancy(operation.record)
        guard vacancy.agency == author else { throw Refusal.notAllowed(vacancy.agency.text) }
        guard vacancy.ended == nil else { throw Refusal(.vacancyClosed) }
        return vacancy
    }

    /// The route exists in today's policy and allows the mode, and the mode is one that this version decides.
    private func checkKind(_ vacancy: Vacancy) throws {
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
    }

    private func checkNotHeld(_ vacancy: Vacancy) throws {
        guard vacancy.taken == vacancy.filled else {
            throw Refusal(.seatsHeld, [("taken", .integer(vacancy.taken)), ("offers", try holdingOffers(vacancy))])
        }
    }

    /// A new vacancy's dates lie ahead; an old one keeps those that have passed.
    private func checkAhead(_ vacancy: Vacancy) throws {
        let today = try region().day
        for name in ["return", "openUntil"] {
            guard let date = try vacancy.group("kind")?.optionalDate(name), date <= today else { continue }
            throw BodyError(
                path: "/body/vacancy/kind/" + name, expected: "a date after today, \(today.iso)")
        }
    }

    private func holdingOffers(_ vacancy: Vacancy) throws -> JSONValue {
        Self.ids(try seen(offers(linked: Link("vacancy", vacancy.id.text)).filter(\.isHolding)).map(\.id))
    }
}
