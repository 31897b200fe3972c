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
        let policy = try policy().personnel
        let movements = try store.movements(on: today)
        return try store.staff.read { reader in
            try VacancyFromPost.body(
                post: held.postID, unit: held.unitID, choice: choice, policy: policy, on: today, reading: reader,
                movements)
        }
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
