import Personnel
import StrictJSON

/// What the home registry found of a person against a route's rules, before any offer of it is made or seen.
///
/// One record for each card and route; the newest finding counts. Body: `{"card","agency","route","policy","sheet","day","seat"?}`.
public struct CardCheck: Equatable, Sendable {
    public var id: RecordID
    public var card: RecordID
    public var agency: AgencyCode
    public var route: String
    /// The policy under which it was checked.
    public var policy: RecordID
    /// The lines in their author's bytes.
    public var sheet: [UInt8]
    /// The region's day on which it came.
    public var day: CivilDate
    /// The seat that the person has, as home would open it: a vacancy's groups `place`, `standard` and `need`, in their author's
    /// bytes. Nil when home did not tell it.
    public var seat: [UInt8]?

    /// The most bytes of a seat.
    static let seatByteLimit = 16 * 1024

    public init(_ record: Record) throws {
        let json = try JSON(parsing: record.body)
        try self.init(
            id: record.id, card: json.requiredRecordID("card"), agency: json.requiredAgency("agency"),
            route: json.requiredString("route", maxBytes: Route.codeLimit), policy: json.requiredRecordID("policy"),
            sheet: json.required("sheet").bytes, day: json.requiredDate("day"), seat: json.optionalObject("seat")?.bytes
        )
    }

    init(
        id: RecordID, card: RecordID, agency: AgencyCode, route: String, policy: RecordID, sheet: [UInt8],
        day: CivilDate, seat: [UInt8]? = nil
    ) {
        self.id = id
        self.card = card
        self.agency = agency
        self.route = route
        self.policy = policy
        self.sheet = sheet
        self.day = day
        self.seat = seat
    }

    var body: [UInt8] {
        JSONValue.members([
            ("card", .string(card.text)), ("agency", .string(agency.text)), ("route", .string(route)),
            ("policy", .string(policy.text)), ("sheet", .verbatim(sheet)), ("day", .string(day.iso)),
            ("seat", seat.map(JSONValue.verbatim)),
        ]).encoded
    }
}
