import Personnel
import StrictJSON

/// What an agency publishes of one unit: need, holders, floor and standard of each post. The newest statement counts whole.
///
/// Body: `{"agency","day","position","need":{…},"ended"?}`; what the agency wrote stands in `need`:
/// `{"unit":{"id","name","district"?},"floor"?,"rush"?,"posts":[{"post":{"id","name","kind","family"?,"eselon"?,"level"?},"need"?,
/// "holders","floor"?,"standard"?}]}`. A post without `need` has no workload analysis; a floor that is left out is the
/// policy's share of the need. `rush` is true while the figures of the unit's counters give an alarm.
public struct UnitNeed: Sendable {
    /// The most posts of one unit.
    static let postLimit = 200
    static let countRange = 0...100_000

    /// A post of the unit and the people in it.
    public struct Post: Sendable {
        /// `{"id","name","kind",…}` in the author's bytes.
        public let place: JSON
        public let id: String
        public let name: String
        public let kind: PostKind
        public let need: Int?
        public let holders: Int
        public let floor: Int?
        /// The standard of the post as a vacancy states it, nil when there is none.
        public let standard: JSON?
    }

    public let id: RecordID
    public let agency: AgencyCode
    /// The region's day on which it came.
    public let day: CivilDate
    let position: Int
    /// The statement in its author's bytes.
    let said: [UInt8]
    public let unit: String
    public let unitName: String
    public let district: String?
    /// The unit's own floor over all its posts.
    public let floor: Int?
    /// Whether the unit's own counters were in a rush on that day.
    public let isInRush: Bool
    public let posts: [Post]
    /// Set when the unit is no longer this agency's.
    public var ended: Ending?

    public init(_ record: Record) throws {
        let json = try JSON(parsing: record.body)
        try self.init(
            id: record.id, agency: json.requiredAgency("agency"), day: json.requiredDate("day"),
            position: json.requiredInteger("position", in: 0...JSON.integerRange.upperBound),
            reading: json.requiredObject("need"))
        ended = try Ending(reading: json["ended"])
    }

    init(id: RecordID, agency: AgencyCode, day: CivilDate, position: Int, reading json: JSON) throws {
        self.id = id
        self.agency = agency
        self.day = day
        self.position = position
        said = json.bytes
        let unit = try json.requiredObject("unit")
        self.unit = try unit.requiredText("id", maxBytes: 100)
        unitName = try unit.requiredText("name", maxBytes: 200)
        district = try unit.optionalString("district", maxBytes: 100)
        floor = try json.optionalInteger("floor", in: Self.countRange)
        isInRush = try json.optionalBoolean("rush") ?? false
        posts = try json.requiredArray("posts", maxCount: Self.postLimit).map(Post.init(reading:))
        guard Set(posts.map { Array($0.id.utf8) }).count == posts.count else {
            throw BodyError(path: json.path + "/posts", expected: "each post once")
        }
    }

    var body: [UInt8] {
        JSONValue.members([
            ("agency", .string(agency.text)), ("day", .string(day.iso)), ("position", .integer(position)),
            ("need", .verbatim(said)), ("ended", ended?.json),
        ]).encoded
    }
}

extension UnitNeed.Post {
    init(reading json: JSON) throws {
        place = try json.requiredObject("post")
        id = try place.requiredText("id", maxBytes: 100)
        name = try place.requiredText("name", maxBytes: 200)
        kind = try place.requiredWord("kind", PostKind.self)
        need = try json.optionalInteger("need", in: UnitNeed.countRange)
        holders = try json.requiredInteger("holders", in: UnitNeed.countRange)
        floor = try json.optionalInteger("floor", in: UnitNeed.countRange)
        standard = try json.optionalObject("standard")
        if let standard {
            try Vacancy.checkLevels(standard, standard.path)
        }
    }
}
