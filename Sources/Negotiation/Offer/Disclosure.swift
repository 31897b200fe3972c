import StrictJSON

/// The profile and rule evidence behind a card, given to the receiver once home agrees.
///
/// Body: `{"offer","home","receiving","profile":{"attachment"},"said":{…}}`.
public struct Disclosure: Equatable, Sendable {
    public var id: RecordID
    public var offer: RecordID
    public var home: AgencyCode
    public var receiving: AgencyCode
    /// Name of the attachment.
    public var profile: String
    public var said: Attested

    public init(_ record: Record) throws {
        let json = try JSON(parsing: record.body)
        id = record.id
        offer = try json.requiredRecordID("offer")
        home = try json.requiredAgency("home")
        receiving = try json.requiredAgency("receiving")
        profile = try json.requiredObject("profile").requiredAttachment()
        let said = try Attested(saidIn: json, expected: "who disclosed it")
        self.said = said
    }

    init(id: RecordID, offer: Offer, profile: String, said: Attested) {
        self.id = id
        self.offer = offer.id
        home = offer.home
        receiving = offer.receiving
        self.profile = profile
        self.said = said
    }

    var body: [UInt8] {
        JSONValue.object([
            ("offer", .string(offer.text)), ("home", .string(home.text)), ("receiving", .string(receiving.text)),
            ("profile", .object([("attachment", .string(profile))])), ("said", said.json),
        ]).encoded
    }
}
