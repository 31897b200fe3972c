import Personnel
import StrictJSON

/// An operation of which the policy asks that two persons stand behind it, kept until a second one confirms it.
///
/// Body: `{"agency","node","operation":{…},"day","position","confirmed"?,"refused"?,"ended"?}`, the operation in its exact
/// bytes. Nothing else happens before the confirmation; then it is decided as its author's, at the confirmation's position.
public struct Proposal: Sendable {
    /// The most open proposals of one agency.
    public static let openLimit = 200

    /// How it ended; the reasons of ``ended``.
    public enum Result: String, Sendable, CaseIterable {
        case confirmed
        case refused
    }

    public var id: RecordID
    public var agency: AgencyCode
    /// The node that recorded it: what only a registry may do is its registry's.
    public var node: NodeID
    public var operation: Operation
    /// The region's day on which it was proposed.
    public var day: CivilDate
    public var position: Int
    /// Who confirmed it, with the letter that stood in for a second operator.
    public var confirmed: Attested?
    /// Who refused it or took it back.
    public var refused: Attested?
    public var ended: Ending?

    public init(_ record: Record) throws {
        let json = try JSON(parsing: record.body)
        id = record.id
        agency = try json.requiredAgency("agency")
        guard let node = NodeID(text: try json.requiredString("node", maxBytes: 36)) else {
            throw BodyError(path: "/node", expected: "a node's id")
        }
        self.node = node
        operation = try Operation(parsing: try json.requiredObject("operation").bytes)
        day = try json.requiredDate("day")
        position = try json.requiredInteger("position", in: 0...JSON.integerRange.upperBound)
        confirmed = try Attested(reading: json["confirmed"])
        refused = try Attested(reading: json["refused"])
        ended = try Ending(reading: json["ended"])
    }

    init(id: RecordID, author: Author, operation: Operation, day: CivilDate, position: Int) {
        self.id = id
        agency = author.agency
        node = author.node
        self.operation = operation
        self.day = day
        self.position = position
    }

    var body: [UInt8] {
        let members: [(String, JSONValue?)] = [
            ("agency", .string(agency.text)), ("node", .string(node.text)),
            ("operation", .verbatim(operation.bytes)), ("day", .string(day.iso)), ("position", .integer(position)),
            ("confirmed", confirmed?.json), ("refused", refused?.json), ("ended", ended?.json),
        ]
        return JSONValue.members(members).encoded
    }

    /// Whether a name is that of the person who proposed it, however it is spelt in capitals and spaces: names are what the
    /// agency says.
    public func isBy(_ actor: String) -> Bool {
        Self.plain(actor) == Self.plain(operation.actor)
    }

    private static func plain(_ name: String) -> [UInt8] {
        name.lowercased().utf8.filter { !($0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t")) }
    }
}
