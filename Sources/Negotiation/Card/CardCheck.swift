import Personnel
import StrictJSON

/// What the home registry found of a person against a route's rules, before any offer of it is made or seen.
///
/// One record for each card and route; the newest finding counts. Body:
/// `{"card","agency","route","policy","sheet","posts"?:[{"vacancy","sheet"}],"day","seat"?,"box"?}`.
public struct CardCheck: Equatable, Sendable {
    /// The most vacancies that one check looks at. Of several nobody can tell which one is meant.
    public static let postLimit = 8

    /// What was found for one vacancy: the lines that take the place of those in the check's sheet.
    public struct Post: Equatable, Sendable {
        public var vacancy: RecordID
        /// The lines in their author's bytes.
        public var sheet: [UInt8]
    }

    public var id: RecordID
    public var card: RecordID
    public var agency: AgencyCode
    public var route: String
    /// The policy under which it was checked.
    public var policy: RecordID
    /// The lines in their author's bytes.
    public var sheet: [UInt8]
    /// For vacancies that home looked at.
    public var posts: [Post]
    /// The region's day on which it came.
    public var day: CivilDate
    /// The seat that the person has, as home would open it: a vacancy's groups `place`, `standard` and `need`, in their author's
    /// bytes. Nil when home did not tell it.
    public var seat: [UInt8]?
    /// The box of talent management, 1 to 9, as home computed it under the policy from scores that stay there; nil when it told none.
    public var box: Int?

    /// The most bytes of a seat.
    static let seatByteLimit = 16 * 1024

    public init(_ record: Record) throws {
        let json = try JSON(parsing: record.body)
        try self.init(
            id: record.id, card: json.requiredRecordID("card"), agency: json.requiredAgency("agency"),
            route: json.requiredString("route", maxBytes: Route.codeLimit), policy: json.requiredRecordID("policy"),
            sheet: json.required("sheet").bytes,
            posts: (json.optionalArray("posts", maxCount: Self.postLimit) ?? []).map { post in
                Post(vacancy: try post.requiredRecordID("vacancy"), sheet: try post.required("sheet").bytes)
            },
            day: json.requiredDate("day"), seat: json.optionalObject("seat")?.bytes,
            box: json.optionalInteger("box", in: TalentGrid.boxes))
    }

    init(
        id: RecordID, card: RecordID, agency: AgencyCode, route: String, policy: RecordID, sheet: [UInt8],
        posts: [Post] = [], day: CivilDate, seat: [UInt8]? = nil, box: Int? = nil
    ) {
        self.id = id
        self.card = card
        self.agency = agency
        self.route = route
        self.policy = policy
        self.sheet = sheet
        self.posts = posts
        self.day = day
        self.seat = seat
        self.box = box
    }

    /// The sheet for a vacancy: what was found for it, and of the other rules what was found without a post.
    public func sheet(for vacancy: RecordID) -> [UInt8] {
        guard let post = posts.first(where: { $0.vacancy == vacancy }) else { return sheet }
        let found = Self.lines(post.sheet)
        let rules = Set(found.compactMap { $0["rule"]?.string })
        let others = Self.lines(sheet).filter { line in line["rule"]?.string.map(rules.contains) != true }
        return JSONValue.array((others + found).map(JSONValue.init)).encoded
    }

    private static func lines(_ sheet: [UInt8]) -> [JSON] { (try? JSON(parsing: sheet))?.elements ?? [] }

    var body: [UInt8] {
        JSONValue.members([
            ("card", .string(card.text)), ("agency", .string(agency.text)), ("route", .string(route)),
            ("policy", .string(policy.text)), ("sheet", .verbatim(sheet)),
            ("posts", posts.isEmpty ? nil : .array(posts.map(\.json))), ("day", .string(day.iso)),
            ("seat", seat.map(JSONValue.verbatim)), ("box", box.map(JSONValue.integer)),
        ]).encoded
    }
}

extension CardCheck.Post {
    fileprivate var json: JSONValue {
        .object([("vacancy", .string(vacancy.text)), ("sheet", .verbatim(sheet))])
    }
}
