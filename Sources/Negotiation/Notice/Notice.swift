import Personnel
import StrictJSON

/// What changed for an agency and why, where no act of its own brought it.
///
/// Body: `{"code","agency","day","position","node"?,"record"?,"operation"?,"detail"}`; the detail is an object whose members
/// go with the code. Seen by the agencies that it concerns and the desk. A notice asks for nothing and never ends.
public struct Notice: Equatable, Sendable {
    public var id: RecordID
    public var code: NoticeCode
    /// Whose matter it is: the node's agency, or the author of the operation.
    public var agency: AgencyCode
    /// The region's day when it was last written.
    public var day: CivilDate
    /// The journal position at which it was first written.
    public var position: Int
    /// The node that it is about.
    public var node: NodeID?
    /// The record that it is about.
    public var record: RecordID?
    /// The operation that it is about.
    public var operation: OperationID?
    /// What goes with the code.
    public var detail: JSONValue

    public init(_ record: Record) throws {
        let json = try JSON(parsing: record.body)
        id = record.id
        code = NoticeCode(rawValue: try json.requiredString("code", maxBytes: 60))
        agency = try json.requiredAgency("agency")
        day = try json.requiredDate("day")
        position = try json.requiredInteger("position", in: 0...JSON.integerRange.upperBound)
        node = try json.optionalString("node", maxBytes: 36).flatMap(NodeID.init(text:))
        self.record = try json.optionalString("record", maxBytes: 36).flatMap(RecordID.init(text:))
        operation = try json.optionalString("operation", maxBytes: 36).flatMap(OperationID.init(text:))
        detail = JSONValue(try json.requiredObject("detail"))
    }

    init(
        id: RecordID, _ code: NoticeCode, agency: AgencyCode, day: CivilDate, position: Int, node: NodeID? = nil,
        record: RecordID? = nil, operation: OperationID? = nil, detail: [(String, JSONValue)]
    ) {
        self.id = id
        self.code = code
        self.agency = agency
        self.day = day
        self.position = position
        self.node = node
        self.record = record
        self.operation = operation
        self.detail = .object(detail)
    }

    var body: [UInt8] {
        var members: [(String, JSONValue)] = [
            ("code", .string(code.rawValue)), ("agency", .string(agency.text)), ("day", .string(day.iso)),
            ("position", .integer(position)),
        ]
        members += node.map { [("node", .string($0.text))] } ?? []
        members += record.map { [("record", .string($0.text))] } ?? []
        members += operation.map { [("operation", .string($0.text))] } ?? []
        return JSONValue.object(members + [("detail", detail)]).encoded
    }
}
