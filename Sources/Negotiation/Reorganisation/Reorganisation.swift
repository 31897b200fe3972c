import Personnel
import StrictJSON

/// Units that go over to another agency, agencies that end or change their name: one dated act of the personnel agency.
///
/// Body: `{"agency","reorganisation":{"number","date","from","route"?,"units":[…],"closes"?:[…],"renames"?:[…]},"position",
/// "actor","followed":[vacancies],"opened":[vacancies],"state"?,"settled"?:{"day","position","code"?,"detail"?}}`. A unit keeps
/// its id. Split, merge, rename and close are all said by the same table. One recorded before the day from which it counts is
/// planned, and carried out when that day comes.
public struct Reorganisation: Equatable, Sendable {
    /// The most units, posts of one unit, posts altogether, and agencies that end or change their name.
    public static let unitLimit = 100
    public static let postLimit = 40
    public static let openedLimit = 200
    public static let agencyLimit = 20
    /// The most that are planned at one time.
    public static let plannedLimit = 20

    public enum State: String, Sendable, CaseIterable {
        /// Its day has not come: nothing has changed yet.
        case planned
        case applied
        /// It could not be carried out on its day: nothing of it was done.
        case stopped
        /// The personnel agency took it back before its day.
        case withdrawn
    }

    /// What became of one that was planned.
    public struct Settled: Equatable, Sendable {
        public var day: CivilDate
        public var position: Int
        /// Why it stopped, with what goes with the code.
        public var code: RejectionCode?
        public var detail: JSONValue?
    }

    /// One row of the table: a unit, whose it was and whose it is.
    public struct Unit: Equatable, Sendable {
        public var unit: String
        /// The new name, or the one that it keeps at its new agency.
        public var name: String?
        public var from: AgencyCode
        public var to: AgencyCode
        public var posts: [Post]
    }

    /// A post of a unit with the people who are to be confirmed in it.
    public struct Post: Equatable, Sendable {
        /// `{"id","name","kind"?,…}` as a vacancy says it, in its author's bytes.
        public var value: [UInt8]
        public var id: String
        public var name: String
        public var seats: Int
    }

    /// An agency's new name.
    public struct Rename: Equatable, Sendable {
        public var agency: AgencyCode
        /// `{"id","en"?}` in its author's bytes.
        public var names: [UInt8]
    }

    public var id: RecordID
    public var agency: AgencyCode
    /// Number and date of the regulation or decree behind it.
    public var number: String
    public var date: CivilDate
    /// The day from which it counts.
    public var from: CivilDate
    /// The route on which the people are confirmed; nil when nobody moves.
    public var route: String?
    public var units: [Unit]
    public var closes: [AgencyCode]
    public var renames: [Rename]
    public var position: Int
    public var actor: String
    /// Open vacancies that went over with their units.
    public var followed: [RecordID] = []
    /// Vacancies that were opened so that the people can be confirmed.
    public var opened: [RecordID] = []
    public var state = State.applied
    /// Nil for one that is planned, or that was carried out when it was recorded.
    public var settled: Settled?
    private var value: [UInt8]

    public init(_ record: Record) throws {
        let json = try JSON(parsing: record.body)
        try self.init(
            id: record.id, agency: try json.requiredAgency("agency"),
            position: try json.requiredInteger("position", in: 0...JSON.integerRange.upperBound),
            actor: try json.requiredString("actor", maxBytes: 100), reading: try json.requiredObject("reorganisation"))
        followed = try Self.ids(json, "followed", maxCount: 100_000)
        opened = try Self.ids(json, "opened", maxCount: Self.openedLimit)
        if let word = try json.optionalString("state", maxBytes: 20) {
            guard let state = State(rawValue: word) else {
                throw BodyError(path: "/state", expected: State.allCases.map(\.rawValue).joined(separator: ", "))
            }
            self.state = state
        }
        settled = try json.optionalObject("settled").map { settled in
            Settled(
                day: try settled.requiredDate("day"),
                position: try settled.requiredInteger("position", in: 0...JSON.integerRange.upperBound),
                code: try settled.optionalString("code", maxBytes: 60).map(RejectionCode.init(rawValue:)),
                detail: try settled.optionalObject("detail").map { JSONValue($0) })
        }
    }

    init(id: RecordID, agency: AgencyCode, position: Int, actor: String, reading json: JSON) throws {
        self.id = id
        self.agency = agency
        self.position = position
        self.actor = actor
        value = json.bytes
        number = try json.requiredText("number", maxBytes: 100)
        date = try json.requiredDate("date")
        from = try json.requiredDate("from")
        route = try json.optionalString("route", maxBytes: Route.codeLimit)
        units = try json.requiredArray("units", maxCount: Self.unitLimit).map(Unit.init(reading:))
        closes = try json.list("closes", maxCount: Self.agencyLimit).map { element in
            guard let code = element.string.flatMap(AgencyCode.init) else {
                throw BodyError(path: element.path, expected: "an agency code")
            }
            return code
        }
        renames = try json.list("renames", maxCount: Self.agencyLimit).map { element in
            let names = try element.requiredObject("name")
            _ = try names.requiredText("id", maxBytes: 200)
            return Rename(agency: try element.requiredAgency("agency"), names: names.bytes)
        }
        try check(json.path)
    }

    /// What the table may say by itself, whatever the region looks like.
    private func check(_ path: String) throws {
        guard !units.isEmpty || !closes.isEmpty || !renames.isEmpty else {
            throw BodyError(path: path + "/units", expected: "a unit, or an agency that ends or is renamed")
        }
        guard Set(units.map(\.unit)).count == units.count else {
            throw BodyError(path: path + "/units", expected: "each unit once")
        }
        let posts = units.flatMap(\.posts)
        guard posts.count <= Self.openedLimit else {
            throw BodyError(path: path + "/units", expected: "at most \(Self.openedLimit) posts altogether")
        }
        guard posts.isEmpty == (route == nil) else {
            throw BodyError(
                path: path + "/route", expected: "the route on which people are confirmed, when posts are named")
        }
        guard Set(closes).count == closes.count, Set(renames.map(\.agency)).count == renames.count else {
            throw BodyError(path: path + "/closes", expected: "each agency once")
        }
        if let kept = units.first(where: { closes.contains($0.to) }) {
            throw BodyError(
                path: path + "/closes", expected: "no agency that takes over a unit, as \(kept.to.text) does")
        }
    }

    var body: [UInt8] {
        JSONValue.members([
            ("agency", .string(agency.text)), ("reorganisation", .verbatim(value)), ("position", .integer(position)),
            ("actor", .string(actor)), ("followed", .array(followed.map { .string($0.text) })),
            ("opened", .array(opened.map { .string($0.text) })),
            ("state", state == .applied && settled == nil ? nil : .string(state.rawValue)),
            (
                "settled",
                settled.map { settled in
                    .members([
                        ("day", .string(settled.day.iso)), ("position", .integer(settled.position)),
                        ("code", settled.code.map { .string($0.rawValue) }), ("detail", settled.detail),
                    ])
                }
            ),
        ]).encoded
    }

    private static func ids(_ json: JSON, _ name: String, maxCount: Int) throws -> [RecordID] {
        try json.requiredArray(name, maxCount: maxCount).map { element in
            guard let id = element.string.flatMap(RecordID.init(text:)) else {
                throw BodyError(path: element.path, expected: "a record id")
            }
            return id
        }
    }
}

extension Reorganisation.Unit {
    fileprivate init(reading json: JSON) throws {
        unit = try json.requiredText("unit", maxBytes: 100)
        name = try json.optionalString("name", maxBytes: 200)
        from = try json.requiredAgency("from")
        to = try json.requiredAgency("to")
        posts = try json.list("posts", maxCount: Reorganisation.postLimit).map(Reorganisation.Post.init(reading:))
        guard Set(posts.map(\.id)).count == posts.count else {
            throw BodyError(path: json.path + "/posts", expected: "each post once")
        }
        guard name?.isEmpty == false || (from != to && posts.isEmpty) else {
            throw BodyError(path: json.path + "/name", expected: "the unit's name")
        }
        guard from != to || posts.isEmpty else {
            throw BodyError(path: json.path + "/posts", expected: "none: the unit stays where it is")
        }
    }
}

extension Reorganisation.Post {
    fileprivate init(reading json: JSON) throws {
        let post = try json.requiredObject("post")
        value = post.bytes
        id = try post.requiredText("id", maxBytes: 100)
        name = try post.requiredText("name", maxBytes: 200)
        seats = try json.requiredInteger("seats", in: 1...Vacancy.seatLimit)
    }
}

extension JSON {
    /// The elements of a list that may be left out.
    fileprivate func list(_ name: String, maxCount: Int) throws -> [JSON] {
        self[name] == nil ? [] : try requiredArray(name, maxCount: maxCount)
    }
}
