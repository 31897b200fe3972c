import StrictJSON

/// Two edits of one record that cannot both stand: base, mine and theirs, for a person of the agency to resolve.
///
/// Body: `{"record","subject","code","groups","was","now","theirs","operation","actor","position","ended"?}`; `was`,
/// `now` and `theirs` hold whole field groups in their authors' bytes.
public struct Conflict: Equatable, Sendable {
    public var id: RecordID
    public var record: RecordID
    /// The kind of the record.
    public var subject: RecordKind
    /// `groups-conflict` or `own-rules`.
    public var code: RejectionCode
    /// The field groups that collide.
    public var groups: [String]
    public var was: [UInt8]
    public var now: [UInt8]
    public var theirs: [UInt8]
    /// The edit that was not applied.
    public var operation: OperationID
    public var actor: String
    public var position: Int
    public var ended: Ending?

    public init(_ record: Record) throws {
        let json = try JSON(parsing: record.body)
        id = record.id
        self.record = try json.requiredRecordID("record")
        subject = RecordKind(rawValue: try json.requiredString("subject", maxBytes: 40))
        code = RejectionCode(rawValue: try json.requiredString("code", maxBytes: 60))
        groups = try json.requiredArray("groups", maxCount: 40).compactMap(\.string)
        was = try json.requiredObject("was").bytes
        now = try json.requiredObject("now").bytes
        theirs = try json.requiredObject("theirs").bytes
        guard let operation = OperationID(text: try json.requiredString("operation", maxBytes: 36)) else {
            throw BodyError(path: "/operation", expected: "an operation id")
        }
        self.operation = operation
        actor = try json.requiredString("actor", maxBytes: 100)
        position = try json.requiredInteger("position", in: 0...JSON.integerRange.upperBound)
        ended = try Ending(reading: json["ended"])
    }

    init(
        id: RecordID, record: RecordID, subject: RecordKind, code: RejectionCode, collision: Collision,
        operation: Operation, position: Int
    ) {
        self.id = id
        self.record = record
        self.subject = subject
        self.code = code
        groups = collision.groups
        was = JSONValue.object(collision.was).encoded
        now = JSONValue.object(collision.now).encoded
        theirs = JSONValue.object(collision.theirs).encoded
        self.operation = operation.id
        actor = operation.actor
        self.position = position
    }

    var body: [UInt8] {
        var members: [(String, JSONValue)] = [
            ("record", .string(record.text)), ("subject", .string(subject.rawValue)), ("code", .string(code.rawValue)),
            ("groups", .array(groups.map(JSONValue.string))), ("was", .verbatim(was)), ("now", .verbatim(now)),
            ("theirs", .verbatim(theirs)), ("operation", .string(operation.text)), ("actor", .string(actor)),
            ("position", .integer(position)),
        ]
        members += ended.map { [("ended", $0.json)] } ?? []
        return JSONValue.object(members).encoded
    }
}
