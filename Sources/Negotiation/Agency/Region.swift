import Personnel
import StrictJSON

/// The region: one personnel authority, its time zone, and the last day that the journal let come.
public struct Region: Equatable, Sendable {
    public var id: RecordID
    public var code: String
    public var name: String
    /// IANA name of the time zone whose civil days count.
    public var zone: String
    /// On trial, days come only from the desk.
    public var isTrial: Bool
    /// The agency that keeps the desk: the BKD.
    public var desk: AgencyCode
    public var language: String
    /// Today, for every decision and every node.
    public var day: CivilDate

    public init(_ record: Record) throws {
        try self.init(id: record.id, reading: try JSON(parsing: record.body))
    }

    init(id: RecordID, reading json: JSON) throws {
        self.id = id
        code = try json.requiredString("code", maxBytes: 40)
        name = try json.requiredString("name", maxBytes: 100)
        zone = try json.requiredString("zone", maxBytes: 60)
        isTrial = try json.requiredBoolean("trial")
        desk = try json.requiredAgency("bkd")
        language = try json.requiredString("language", maxBytes: 8)
        day = try json.requiredDate("day")
    }

    var body: [UInt8] {
        JSONValue.object([
            ("code", .string(code)), ("name", .string(name)), ("zone", .string(zone)), ("trial", .boolean(isTrial)),
            ("bkd", .string(desk.text)), ("language", .string(language)), ("day", .string(day.iso)),
        ]).encoded
    }
}
