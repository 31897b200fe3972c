import StrictJSON

/// The operation that wrote a part of a record, and where in the journal.
public struct EntryStamp: Equatable, Sendable {
    public var position: Int
    public var operation: OperationID
    public var actor: String

    init(_ operation: Operation, at position: Int) {
        self.position = position
        self.operation = operation.id
        actor = operation.actor
    }

    /// Reads the members below out of an object that has others beside them.
    init(reading json: JSON) throws {
        position = try json.requiredInteger("position", in: 0...JSON.integerRange.upperBound)
        guard let operation = OperationID(text: try json.requiredString("operation", maxBytes: 36)) else {
            throw BodyError(path: json.path + "/operation", expected: "an operation id")
        }
        self.operation = operation
        actor = try json.requiredString("actor", maxBytes: 100)
    }

    var members: [(String, JSONValue)] {
        [("position", .integer(position)), ("operation", .string(operation.text)), ("actor", .string(actor))]
    }
}
