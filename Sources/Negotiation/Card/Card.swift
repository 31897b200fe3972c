import StrictJSON

/// One active civil servant without name, NIP or birth date.
public struct Card: Sendable {
    static let reserved = ["agency", "open", "ended"]

    public var id: RecordID
    public var agency: AgencyCode
    /// Whether every agency may see it.
    public var isOpen: Bool
    public var ended: Ending?
    var groups: FieldGroups

    public init(_ record: Record) throws {
        let json = try JSON(parsing: record.body)
        id = record.id
        agency = try json.requiredAgency("agency")
        isOpen = try json.requiredBoolean("open")
        ended = try Ending(reading: json["ended"])
        groups = try FieldGroups(reading: json, reserved: Self.reserved)
    }

    init(id: RecordID, agency: AgencyCode, groups: FieldGroups) {
        self.id = id
        self.agency = agency
        self.isOpen = false
        self.groups = groups
    }

    /// A field group's value, nil when the card has none of that name.
    public func group(_ name: String) -> JSON? {
        groups[name].flatMap { try? JSON(parsing: $0) }
    }

    /// Competence levels held, by code.
    public var levels: [String: Int] {
        var levels: [String: Int] = [:]
        for (code, level) in group("competences")?["levels"]?.members ?? [] {
            levels[code] = level.integer
        }
        return levels
    }

    var body: [UInt8] {
        var members: [(String, JSONValue)] = [("agency", .string(agency.text)), ("open", .boolean(isOpen))]
        if let ended {
            members.append(("ended", ended.json))
        }
        return JSONValue.object(members + groups.members).encoded
    }

    /// Everybody once it is opened; before that home, the personnel agency and whoever its person's open requests name.
    func audience(desk: AgencyCode, named: [AgencyCode]) -> Audience {
        guard ended == nil else { return .of([agency, desk]) }
        return isOpen ? .all : .of([agency, desk] + named)
    }

    /// Every group is an object, and `service` is there.
    func check() throws {
        try groups.check("/card")
        guard groups["service"] != nil else {
            throw BodyError(path: "/card/service", expected: "the group that says grade and post")
        }
    }
}
