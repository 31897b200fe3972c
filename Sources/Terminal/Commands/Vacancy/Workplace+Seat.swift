import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// Seats that somebody leaves: what home knows of its own people's, and what it told the desk.
extension Workplace {
    /// The vacancy for the seat of one of this registry's people: `{"vacancy":{…,"freed":{"by"}}}`.
    ///
    /// Throws ``CommandError`` without staff data or a definitive post, and `StaffError`.
    func seat(leftBy card: RecordID, on route: Route) throws -> JSONValue {
        try JSON(
            parsing: held(by: card, VacancyFromPost.Choice(route: route.code, mode: route.seatMode, seats: 1)).encoded
        )
        .requiredObject("vacancy").freed(by: card)
    }

    /// The post and unit that one of this registry's people has, by id and name; nil without one definitive post.
    func ownPlace(of card: RecordID) throws -> JSONValue? {
        guard let held = try sheet(ofCard: card).definitiveAssignment(on: try today())?.assignment else { return nil }
        func named(_ id: String, _ name: String?) -> JSONValue {
            .object([("id", .string(id)), ("name", .string(name ?? id))])
        }
        return try store.staff.read { reader in
            .object([
                ("post", named(held.postID, try reader.post(held.postID)?.name)),
                ("unit", named(held.unitID, try reader.unit(held.unitID)?.name)),
            ])
        }
    }

    /// The groups `place`, `standard` and `need` of the seat that one of this registry's people has.
    func ownSeat(of card: RecordID, route: String) throws -> JSONValue {
        let vacancy = try JSON(
            parsing: held(by: card, VacancyFromPost.Choice(route: route, mode: "", seats: 1)).encoded
        )
        .requiredObject("vacancy")
        return .members(["place", "standard", "need"].map { ($0, vacancy[$0].map(JSONValue.init)) })
    }

    /// The same as home told it the desk with its newest check of the card; nil when it did not.
    func toldSeat(of card: RecordID) throws -> JSON? {
        try foreseen(.check).compactMap { try? CardCheck($0) }.filter { $0.card == card && $0.seat != nil }
            .max { $0.day < $1.day }?.seat.map { try JSON(parsing: $0) }
    }

    /// The open vacancy for the seat that a card leaves.
    func openSeat(leftBy card: RecordID, on route: Route) throws -> Vacancy? {
        try foreseen(.vacancy).compactMap { try? Vacancy($0) }.first { vacancy in
            vacancy.freedBy == card && vacancy.ended == nil && vacancy.route.utf8.elementsEqual(route.code.utf8)
        }
    }

    /// The offer of a card for a vacancy that has not closed.
    func liveOffer(of card: RecordID, for vacancy: RecordID) throws -> Offer? {
        try foreseen(.offer).compactMap { try? Offer($0) }.first {
            $0.card == card && $0.vacancy == vacancy && $0.closed == nil
        }
    }

    /// The person's own open request on the route that a move to the vacancy follows.
    func openRequest(of card: RecordID, on route: Route, metBy vacancy: Vacancy) throws -> RecordID? {
        try foreseen(.request).compactMap { try? Request($0) }.first {
            $0.card == card && $0.ended == nil && $0.route.utf8.elementsEqual(route.code.utf8)
                && $0.isMet(by: vacancy)
        }?.id
    }

    /// The desk opens the seat that a card leaves, as its agency told it.
    func openSeat(
        _ told: JSON, leftBy card: Card, on route: Route, mode: String, anyway: Bool
    ) async throws -> Recording {
        let body = try dated(.freedSeat(told, of: card, on: route.code, mode: mode))
        return try await record(.vacancyOpen, body, anyway: anyway)
    }

    /// The vacancy for a post of a unit of this registry, as the operator chooses the rest.
    func vacancy(post: String, unit: String, _ choice: VacancyFromPost.Choice) throws -> JSONValue {
        let (policy, today) = (try policy().personnel, try today())
        let movements = try store.movements(on: today)
        return try store.staff.read { reader in
            try VacancyFromPost.body(
                post: post, unit: unit, choice: choice, policy: policy, on: today, reading: reader, movements)
        }
    }

    /// The body of a vacancy with the day on which it is opened, from which a report counts; one that says it already stays.
    func dated(_ body: JSONValue) throws -> JSONValue {
        let json = try JSON(parsing: body.encoded)
        guard let vacancy = json["vacancy"], vacancy.kind == .object, vacancy["opened"] == nil,
            let today = try? today()
        else { return body }
        let opened = JSONValue.object([("on", .string(today.iso))])
        return json.replacing([("vacancy", vacancy.replacing([("opened", opened)]))])
    }

    /// The vacancy for the seat of one of this registry's people, as the operator chooses the rest.
    func held(by card: RecordID, _ choice: VacancyFromPost.Choice) throws -> JSONValue {
        let today = try today()
        guard let held = try sheet(ofCard: card).definitiveAssignment(on: today)?.assignment else {
            throw CommandError(
                .badArgument,
                Sentence(
                    "Pegawai dari kartu {card} tidak menduduki satu jabatan definitif.",
                    "The person of card {card} does not hold one post for good."),
                advice: Sentence("Lihat dengan staff show.", "Look with staff show."),
                values: [("card", ShortID.text(card))])
        }
        return try vacancy(post: held.postID, unit: held.unitID, choice)
    }
}

extension Route {
    /// How a seat that one person leaves is given: in the order of agreement where the route lets it.
    var seatMode: String {
        modes.contains(Vacancy.Mode.first.rawValue) ? Vacancy.Mode.first.rawValue : modes.first ?? ""
    }
}

extension JSON {
    /// The body of a vacancy with the card that leaves its seat.
    func freed(by card: RecordID, overlap: Bool = false) -> JSONValue {
        let freed = JSONValue.members([("by", .string(card.text)), ("overlap", overlap ? .boolean(true) : nil)])
        return .object([("vacancy", replacing([("freed", freed)]))])
    }
}

extension JSONValue {
    /// The body of `package.open`.
    static func package(_ offers: [RecordID]) -> JSONValue {
        .object([("package", .object([("offers", .array(offers.map { .string($0.text) }))]))])
    }

    /// The body of `round.list` that enters offers on new lines.
    public static func listing(_ offers: [RecordID]) -> JSONValue {
        .object([("add", .array(offers.map { .string($0.text) }))])
    }

    /// What the desk records to open a seat for its agency, from what that told of it.
    static func freedSeat(_ groups: JSON, of card: Card, on route: String, mode: String) -> JSONValue {
        .object([
            ("agency", .string(card.agency.text)),
            (
                "vacancy",
                .members(
                    (groups.members ?? []).map { ($0.name, JSONValue($0.value)) } + [
                        ("kind", .object([("route", .string(route))])),
                        ("seats", .object([("count", .integer(1))])),
                        ("mode", .object([("mode", .string(mode))])),
                        ("freed", .object([("by", .string(card.id.text))])),
                    ])
            ),
        ])
    }
}
