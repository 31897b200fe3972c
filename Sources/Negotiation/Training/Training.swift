import Personnel
import StrictJSON

/// A requirement from a competence gap, and its confirmation by whoever gives the course.
///
/// Body: `{"offer","home","receiving","training":{"offer","competence","level","hours","provider"},"said","confirmed"?,
/// "ended"?}`.
public struct Training: Equatable, Sendable {
    /// The most requirements of one offer.
    public static let offerLimit = 20
    /// Training hours (JP) of one course.
    public static let hours = 1...2000

    public var id: RecordID
    public var offer: RecordID
    public var home: AgencyCode
    public var receiving: AgencyCode
    public var competence: String
    public var level: Int
    /// Training hours (JP) asked for.
    public var hours: Int
    public var provider: AgencyCode
    public var said: Attested
    /// `{"hours","date","certificate"?}` as the provider wrote it.
    public var confirmed: Attested?
    public var ended: Ending?
    var value: [UInt8]

    public var confirmedHours: Int {
        guard let confirmed, let json = try? JSON(parsing: confirmed.value) else { return 0 }
        return json["hours"]?.integer ?? 0
    }

    public init(_ record: Record) throws {
        let json = try JSON(parsing: record.body)
        let said = try Attested(saidIn: json, expected: "who required it")
        try self.init(
            id: record.id, home: try json.requiredAgency("home"), receiving: try json.requiredAgency("receiving"),
            said: said, reading: try json.requiredObject("training"))
        confirmed = try Attested(reading: json["confirmed"])
        ended = try Ending(reading: json["ended"])
    }

    init(id: RecordID, home: AgencyCode, receiving: AgencyCode, said: Attested, reading json: JSON) throws {
        self.id = id
        self.home = home
        self.receiving = receiving
        self.said = said
        value = json.bytes
        offer = try json.requiredRecordID("offer")
        competence = try json.requiredString("competence", maxBytes: 60)
        level = try json.requiredInteger("level", in: 1...5)
        hours = try json.requiredInteger("hours", in: Self.hours)
        provider = try json.requiredAgency("provider")
    }

    var body: [UInt8] {
        var members: [(String, JSONValue)] = [
            ("offer", .string(offer.text)), ("home", .string(home.text)), ("receiving", .string(receiving.text)),
            ("training", .verbatim(value)), ("said", said.json),
        ]
        members += confirmed.map { [("confirmed", $0.json)] } ?? []
        members += ended.map { [("ended", $0.json)] } ?? []
        return JSONValue.object(members).encoded
    }

    var requirement: TrainingRequirement {
        TrainingRequirement(competence: competence, hours: hours, confirmedHours: confirmedHours)
    }
}
