import Negotiation
import Personnel
import StrictJSON

/// Who stands behind a card: what home discloses to the receiver of an offer, as an attachment.
///
/// `{"format":"mutasi-profile","version":1,"nip","name","titleBefore"?,"titleAfter"?,"card":{groups}}`.
public struct DisclosedProfile: Equatable, Sendable {
    /// What the member `format` says.
    public static let format = "mutasi-profile"
    /// The only version so far.
    public static let version = 1

    public var nip: NIP
    public var name: String
    public var titleBefore: String?
    public var titleAfter: String?
    /// The groups of the card on the day of disclosure, as one object.
    public var card: JSONValue

    /// The profile of a person on a day.
    public init(of sheet: PersonSheet, on day: CivilDate) {
        nip = sheet.person.nip
        name = sheet.person.name
        titleBefore = sheet.person.titleBefore
        titleAfter = sheet.person.titleAfter
        card = .object(CardGroups.make(sheet.civilServant, on: day).map { ($0.name, $0.value) })
    }

    /// Reads a profile. Throws `JSONError` or `StaffError` when it is none.
    public init(parsing bytes: [UInt8]) throws {
        let json = try JSON(parsing: bytes)
        guard try json.requiredString("format") == Self.format,
            try json.requiredInteger("version") == Self.version,
            let nip = try? NIP(parsing: try json.requiredString("nip", maxBytes: 18))
        else {
            throw json.error(.wrongType, "expected a profile of version \(Self.version) with a NIP")
        }
        self.nip = nip
        name = try json.requiredString("name", maxBytes: 400)
        titleBefore = try json.optionalString("titleBefore", maxBytes: 400)
        titleAfter = try json.optionalString("titleAfter", maxBytes: 400)
        card = JSONValue(try json.requiredObject("card"))
    }

    /// The bytes of the attachment.
    public var encoded: [UInt8] {
        JSONValue.members([
            ("format", .string(Self.format)), ("version", .integer(Self.version)), ("nip", .string(nip.text)),
            ("name", .string(name)), ("titleBefore", titleBefore.map(JSONValue.string)),
            ("titleAfter", titleAfter.map(JSONValue.string)), ("card", card),
        ]).encoded
    }
}
