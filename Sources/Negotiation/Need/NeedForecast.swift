import Personnel
import StrictJSON

/// Who leaves the posts of one unit in the months ahead, by reason and without names: for the agency and the desk alone, since a
/// month of retirement tells the age of whoever holds a post alone.
///
/// Body: `{"agency","unit","day","position","forecast":[…],"ended"?}`; the agency wrote
/// `[{"post","months":[{"month":"2027-03", reason: count}]}]`, reasons being those of `Departure`.
public struct NeedForecast: Sendable {
    /// The most months ahead.
    public static let monthLimit = 60

    public struct Month: Sendable {
        /// The first day of the month.
        public let month: CivilDate
        public let leaving: [Departure: Int]
    }

    public struct Post: Sendable {
        public let id: String
        public let months: [Month]
    }

    public let id: RecordID
    public let agency: AgencyCode
    public let unit: String
    public let day: CivilDate
    let position: Int
    let said: [UInt8]
    public let posts: [Post]
    public var ended: Ending?

    public init(_ record: Record) throws {
        let json = try JSON(parsing: record.body)
        try self.init(
            id: record.id, agency: json.requiredAgency("agency"), unit: json.requiredText("unit", maxBytes: 100),
            day: json.requiredDate("day"),
            position: json.requiredInteger("position", in: 0...JSON.integerRange.upperBound), reading: json)
        ended = try Ending(reading: json["ended"])
    }

    /// - Parameter json: the object that holds the member `forecast`.
    init(
        id: RecordID, agency: AgencyCode, unit: String, day: CivilDate, position: Int, reading json: JSON
    ) throws {
        self.id = id
        self.agency = agency
        self.unit = unit
        self.day = day
        self.position = position
        said = try json.required("forecast").bytes
        posts = try json.requiredArray("forecast", maxCount: UnitNeed.postLimit).map(Post.init(reading:))
        guard Set(posts.map { Array($0.id.utf8) }).count == posts.count else {
            throw BodyError(path: json.path + "/forecast", expected: "each post once")
        }
    }

    var body: [UInt8] {
        JSONValue.members([
            ("agency", .string(agency.text)), ("unit", .string(unit)), ("day", .string(day.iso)),
            ("position", .integer(position)), ("forecast", .verbatim(said)), ("ended", ended?.json),
        ]).encoded
    }
}

extension NeedForecast.Post {
    init(reading json: JSON) throws {
        id = try json.requiredText("post", maxBytes: 100)
        months = try json.requiredArray("months", maxCount: NeedForecast.monthLimit).map { part in
            let text = try part.requiredString("month", maxBytes: 7)
            guard let month = CivilDate(iso: text + "-01") else {
                throw BodyError(path: part.path + "/month", expected: "a month YYYY-MM")
            }
            var leaving: [Departure: Int] = [:]
            for reason in Departure.allCases {
                leaving[reason] = try part.optionalInteger(reason.rawValue, in: UnitNeed.countRange)
            }
            return NeedForecast.Month(month: month, leaving: leaving)
        }
        guard zip(months, months.dropFirst()).allSatisfy({ $0.month < $1.month }) else {
            throw BodyError(path: json.path + "/months", expected: "each month once, in order")
        }
    }
}
