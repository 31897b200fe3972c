import Personnel
import StrictJSON

/// A rush at a counter for which an agency asks help: how many people, from when to when, and how it knows.
///
/// Body: `{"agency","said","ended"?}`; the agency wrote `{"surge":{"unit":{"id","name"},"service","people","from","until",
/// "basis":"figures" or "head","ratio"?,"computed"?,"reason"?:{"attachment"}}}`. From figures: the ratio to what is usual, in
/// per mille, and how many people they ask for where the policy promises a waiting time. From the head's own judgement: a
/// reason, which stays with the agency and the desk.
public struct Surge: Sendable {
    /// How the agency knows of it.
    public enum Basis: String, CaseIterable, Sendable {
        case figures
        case head
    }

    /// The most days of one rush.
    static let dayLimit = 366

    public let id: RecordID
    public let agency: AgencyCode
    public let said: Attested
    public let unit: String
    public let unitName: String
    public let service: String
    public let people: Int
    public let from: CivilDate
    /// The last day.
    public let until: CivilDate
    public let basis: Basis
    /// Workload against the usual one, in per mille.
    public let ratio: Int?
    /// How many people more the figures ask for; nil where nobody can say it.
    public let computed: Int?
    /// The attachment that says why.
    public let reason: String?
    public var ended: Ending?

    public init(_ record: Record) throws {
        let json = try JSON(parsing: record.body)
        let said = try Attested(saidIn: json, expected: "who declared it")
        try self.init(id: record.id, agency: try json.requiredAgency("agency"), said: said)
        ended = try Ending(reading: json["ended"])
    }

    init(id: RecordID, agency: AgencyCode, said: Attested) throws {
        self.id = id
        self.agency = agency
        self.said = said
        let json = try JSON(parsing: said.value).requiredObject("surge")
        let unit = try json.requiredObject("unit")
        self.unit = try unit.requiredText("id", maxBytes: 100)
        unitName = try unit.requiredText("name", maxBytes: 200)
        service = try json.requiredText("service", maxBytes: 100)
        people = try json.requiredInteger("people", in: StatedSurge.peopleRange)
        from = try json.requiredDate("from")
        until = try json.requiredDate("until")
        guard from <= until, from.days(until: until) < Self.dayLimit else {
            throw BodyError(path: json.path + "/until", expected: "a day from `from` on, within \(Self.dayLimit) days")
        }
        basis = try json.requiredWord("basis", Basis.self)
        ratio = try json.optionalInteger("ratio", in: 0...1_000_000)
        computed = try json.optionalInteger("computed", in: 0...ErlangC.largestTeam)
        reason = try json.optionalObject("reason")?.requiredAttachment()
        switch basis {
        case .figures where ratio == nil:
            throw BodyError(path: json.path + "/ratio", expected: "the ratio to the usual workload in per mille")
        case .head where reason == nil:
            throw BodyError(
                path: json.path + "/reason", expected: "the head's reason, where no figures stand behind it")
        default: break
        }
    }

    var body: [UInt8] {
        JSONValue.members([("agency", .string(agency.text)), ("said", said.json), ("ended", ended?.json)]).encoded
    }
}
