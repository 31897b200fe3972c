import Personnel
import StrictJSON

/// A part of a record that one operation wrote: its author's bytes with journal position, operation and actor.
public struct Attested: Equatable, Sendable {
    public var position: Int
    public var operation: OperationID
    public var actor: String
    /// The operation's body as it came, unknown members included.
    public var value: [UInt8]
    /// The signed letter of the agency whose word it is, when the personnel agency recorded it.
    public var letter: Letter?
    /// The day on which it was entered, when that was later than what it states.
    public var entered: CivilDate?

    init(_ operation: Operation, at position: Int) {
        self.position = position
        self.operation = operation.id
        actor = operation.actor
        value = operation.body.bytes
        letter = operation.letter
        entered = operation.entered
    }

    init?(reading json: JSON?) throws {
        guard let json, !json.isNull else { return nil }
        position = try json.requiredInteger("position", in: 0...JSON.integerRange.upperBound)
        guard let operation = OperationID(text: try json.requiredString("operation", maxBytes: 36)) else {
            throw BodyError(path: json.path + "/operation", expected: "an operation id")
        }
        self.operation = operation
        actor = try json.requiredString("actor", maxBytes: 100)
        value = try json.requiredObject("value").bytes
        letter = try Letter(ifNamedBy: json)
        entered = try json.optionalDate("entered")
    }

    /// What stands as `said`. Throws ``BodyError`` with what was expected when nothing does.
    init(saidIn json: JSON, expected: String) throws {
        guard let said = try Attested(reading: json["said"]) else {
            throw BodyError(path: json.path + "/said", expected: expected)
        }
        self = said
    }

    var json: JSONValue {
        .object(
            [
                ("position", .integer(position)), ("operation", .string(operation.text)), ("actor", .string(actor)),
                ("value", .verbatim(value)),
            ] + (letter?.members ?? []) + (entered.map { [("entered", .string($0.iso))] } ?? []))
    }

    /// A text member of the author's bytes, such as a date or an attachment's name.
    public func text(_ name: String) -> String? {
        (try? JSON(parsing: value))?[name]?.string
    }
}
