import Personnel
import StrictJSON

/// Somebody whom the home agency lends without being asked again: in these months, for at most so many days.
///
/// Body: `{"home","card","policy","day","said","called"?,"reason"?,"ended"?}`; what home wrote stands in `said`:
/// `{"standby":{"card","route","months":[1…12],"days","place"?:{"post":{"id","name"},"unit":{"id","name"}},"sheet":[lines]}}`.
public struct Standby: Equatable, Sendable {
    /// The most days of one call.
    public static let days = 1...730

    public var id: RecordID
    public var home: AgencyCode
    public var card: RecordID
    /// The policy of which the rule sheet is.
    public var policy: RecordID
    /// The region's day on which home checked the person.
    public var day: CivilDate
    public var said: Attested
    /// The offer of the last call.
    public var called: RecordID?
    /// The attachment that says why the person was called although nobody could say that her unit stays whole.
    public var reason: String?
    public var ended: Ending?

    public let route: String
    /// Months of the year in which the person can be away, 1 to 12.
    public let months: [Int]
    /// The most days of one call.
    public let days: Int
    /// The post and the unit that the person leaves for the time; nil in an entry that does not tell it.
    public let place: PostInUnit?
    /// What the post and the unit are called.
    public let placeName: String?
    /// The home registry's rule sheet, without a post.
    let sheet: [UInt8]

    public init(_ record: Record) throws {
        let json = try JSON(parsing: record.body)
        let said = try Attested(saidIn: json, expected: "who posted it")
        try self.init(
            id: record.id, home: try json.requiredAgency("home"), policy: try json.requiredRecordID("policy"),
            day: try json.requiredDate("day"), said: said,
            reading: try JSON(parsing: said.value).requiredObject("standby"))
        called = try json.optionalRecordID("called")
        reason = try json.optionalObject("reason")?.requiredAttachment()
        ended = try Ending(reading: json["ended"])
    }

    init(id: RecordID, home: AgencyCode, policy: RecordID, day: CivilDate, said: Attested, reading json: JSON) throws {
        self.id = id
        self.home = home
        self.policy = policy
        self.day = day
        self.said = said
        card = try json.requiredRecordID("card")
        route = try json.requiredString("route", maxBytes: Route.codeLimit)
        months = try json.requiredArray("months", maxCount: 12).map { month in
            guard let number = month.integer, (1...12).contains(number) else {
                throw BodyError(path: month.path, expected: "a month from 1 to 12")
            }
            return number
        }
        guard !months.isEmpty, Set(months).count == months.count else {
            throw BodyError(path: json.path + "/months", expected: "at least one month, each once")
        }
        days = try json.requiredInteger("days", in: Self.days)
        if let place = try json.optionalObject("place") {
            let (post, unit) = (try place.requiredObject("post"), try place.requiredObject("unit"))
            self.place = PostInUnit(
                unit: try unit.requiredText("id", maxBytes: 100), post: try post.requiredText("id", maxBytes: 100))
            placeName = try [post, unit].map { try $0.requiredText("name", maxBytes: 200) }.joined(separator: ", ")
        } else {
            place = nil
            placeName = nil
        }
        sheet = try json.required("sheet").bytes
    }

    var body: [UInt8] {
        let members: [(String, JSONValue?)] = [
            ("home", .string(home.text)), ("card", .string(card.text)), ("policy", .string(policy.text)),
            ("day", .string(day.iso)), ("said", said.json), ("called", called.map { .string($0.text) }),
            ("reason", reason.map { .object([("attachment", .string($0))]) }), ("ended", ended?.json),
        ]
        return JSONValue.members(members).encoded
    }

    /// What home found on the rules that need no post.
    public var findings: [RuleResult] { RuleResult.sheet(sheet) }

    /// The months of a stay that are not among ``months``, in order; the day of the return is no longer away.
    public func monthsMissing(from start: CivilDate, until returns: CivilDate) -> [Int] {
        var missing: [Int] = []
        var day = start
        let last = returns.adding(days: -1)
        // Two years at most are looked at: a longer stay is beyond every limit of days.
        for _ in 0...Self.days.upperBound where day <= last {
            if !months.contains(day.month), !missing.contains(day.month) {
                missing.append(day.month)
            }
            day = day.adding(days: 1)
        }
        return missing
    }
}
