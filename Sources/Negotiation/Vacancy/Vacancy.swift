import Personnel
import StrictJSON

/// A post in a unit that an agency wants filled: seats, standard, kind of move, need and holders.
public struct Vacancy: Sendable {
    static let reserved = ["agency", "taken", "filled", "ended", "reorganised", "openedBy"]
    static let seatLimit = 200
    /// The modes that this version decides.
    static let decidedModes = Mode.allCases.map(\.rawValue)

    public var id: RecordID
    public var agency: AgencyCode
    /// Seats that an offer holds or has filled.
    public var taken: Int
    /// Seats whose person has started.
    public var filled: Int
    public var ended: Ending?
    /// Set for seats that a reorganisation opened, so that their holders can be confirmed at the new agency.
    public var reorganised: Reorganised?
    /// The personnel agency, for a seat that it opened in the place of its owner.
    public var openedBy: AgencyCode?
    var groups: FieldGroups

    /// By which reorganisation, and whose people hold the seats.
    public struct Reorganised: Equatable, Sendable {
        public var by: RecordID
        public var from: AgencyCode
    }

    public init(_ record: Record) throws {
        let json = try JSON(parsing: record.body)
        id = record.id
        agency = try json.requiredAgency("agency")
        taken = try json.requiredInteger("taken", in: 0...Self.seatLimit)
        filled = try json.requiredInteger("filled", in: 0...Self.seatLimit)
        ended = try Ending(reading: json["ended"])
        reorganised = try json.optionalObject("reorganised").map { part in
            Reorganised(by: try part.requiredRecordID("by"), from: try part.requiredAgency("from"))
        }
        openedBy = try json.optionalAgency("openedBy")
        groups = try FieldGroups(reading: json, reserved: Self.reserved)
    }

    init(id: RecordID, agency: AgencyCode, openedBy: AgencyCode? = nil, groups: FieldGroups) {
        self.id = id
        self.agency = agency
        self.openedBy = openedBy
        taken = 0
        filled = 0
        self.groups = groups
    }

    /// A field group's value, nil when the vacancy has none of that name.
    public func group(_ name: String) -> JSON? {
        groups[name].flatMap { try? JSON(parsing: $0) }
    }

    public var seats: Int { group("seats")?["count"]?.integer ?? 0 }
    // filled <= taken <= seats
    public var seatsFree: Int { max(0, seats - taken) }
    public var route: String { group("kind")?["route"]?.string ?? "" }
    /// The last day on which it is open, when it says one.
    public var openUntil: CivilDate? { group("kind")?["openUntil"]?.string.flatMap(CivilDate.init(iso:)) }
    /// Whether its last day has passed; it then takes no new offers, and ends once no offer holds a seat.
    public func isPastDate(on day: CivilDate) -> Bool {
        openUntil.map { $0 < day } ?? false
    }
    /// The rush for which it was opened; nil when it was opened for none.
    public var surge: RecordID? { group("surge")?["by"]?.string.flatMap(RecordID.init(text:)) }
    /// The card that leaves the seat; nil when the seat is free by itself.
    public var freedBy: RecordID? { group("freed")?["by"]?.string.flatMap(RecordID.init(text:)) }
    /// Whether the newcomer starts beside whoever leaves the seat, and not after.
    public var hasOverlap: Bool { group("freed")?["overlap"]?.boolean == true }
    /// The card that must have left before a newcomer starts.
    var leavingCard: RecordID? { hasOverlap ? nil : freedBy }
    /// The post's id; both sides of an offer mean this post.
    public var post: String? { group("place")?["post"]?["id"]?.string }
    /// The unit's id, which it keeps through every reorganisation.
    public var unit: String? { group("place")?["unit"]?["id"]?.string }
    /// Whether its holder is an official whom the ban around an election protects (R16); nil when it does not say.
    public var isOfficial: Bool? {
        let post = group("place")?["post"]
        return post?["kind"]?.string.flatMap(PostKind.init(rawValue:))?.isOfficial(
            headsUnit: post?["headsUnit"]?.boolean)
    }
    public var mode: String { group("mode")?["mode"]?.string ?? "" }
    public var need: Int? { group("need")?["need"]?.integer }
    public var holders: Int? { group("need")?["holders"]?.integer }

    /// Competence levels that the post asks for, by code.
    public var standard: [String: Int] {
        var levels: [String: Int] = [:]
        for (code, level) in group("standard")?["levels"]?.members ?? [] {
            levels[code] = level.integer
        }
        return levels
    }

    /// Kinds of certificates and licences that the post asks for.
    public var certificates: [String] { (group("standard")?["certificates"]?.elements ?? []).compactMap(\.string) }

    var body: [UInt8] {
        var members: [(String, JSONValue)] = [
            ("agency", .string(agency.text)), ("taken", .integer(taken)), ("filled", .integer(filled)),
        ]
        if let ended {
            members.append(("ended", ended.json))
        }
        members +=
            reorganised.map { part in
                [
                    (
                        "reorganised",
                        .object([("by", .string(part.by.text)), ("from", .string(part.from.text))])
                    )
                ]
            } ?? []
        members += openedBy.map { [("openedBy", .string($0.text))] } ?? []
        return JSONValue.object(members + groups.members).encoded
    }

    /// The competence levels of a standard at a path: 1 to 5.
    static func checkLevels(_ standard: JSON, _ path: String) throws {
        for (_, level) in try standard.optionalObject("levels")?.members ?? [] {
            guard let level = level.integer, (1...5).contains(level) else {
                throw BodyError(path: path + "/levels", expected: "levels from 1 to 5")
            }
        }
    }

    /// A post and a unit, each with id and name.
    static func checkPlace(_ place: JSON) throws {
        for name in ["post", "unit"] {
            let part = try place.requiredObject(name)
            _ = try part.requiredString("id", maxBytes: 100)
            _ = try part.requiredString("name", maxBytes: 200)
        }
    }

    /// The record's own rules: the groups that every vacancy has, with sensible values.
    func check() throws {
        try groups.check("/vacancy")
        func group(_ name: String) throws -> JSON {
            guard let json = self.group(name), json.kind == .object else {
                throw BodyError(path: "/vacancy/" + name, expected: "an object")
            }
            return json
        }
        try Self.checkPlace(try group("place"))
        let kind = try group("kind")
        _ = try kind.requiredString("route", maxBytes: 40)
        _ = try kind.optionalDate("openUntil")
        _ = try kind.optionalDate("return")
        _ = try group("seats").requiredInteger("count", in: 1...Self.seatLimit)
        try checkMode(try group("mode"))
        try Self.checkLevels(try group("standard"), "/vacancy/standard")
        if let freed = self.group("freed"), let card = freed["by"], !card.isNull {
            _ = try freed.requiredRecordID("by")
            _ = try freed.optionalBoolean("overlap")
            guard seats == 1 else {
                throw BodyError(path: "/vacancy/seats/count", expected: "1: one person leaves one seat")
            }
        }
        if let need = self.group("need") {
            _ = try need.requiredInteger("need", in: 0...100_000)
            _ = try need.requiredInteger("holders", in: 0...100_000)
        }
    }
}
