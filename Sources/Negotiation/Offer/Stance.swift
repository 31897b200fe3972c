import Personnel
import StrictJSON

/// What one party says of one version of the terms. Only that party writes it; silence is found by the reducer.
public struct Stance: Equatable, Sendable {
    public enum Word: String, Sendable, CaseIterable {
        case agree
        case refuse
        /// The deadline passed without a word.
        case silent
    }

    public var says: Word
    /// The version of the terms that it is about; it counts on the current terms only.
    public var terms: Int
    public var position: Int
    /// The operation that said it, for evidence; nil for silence.
    public var operation: OperationID?
    public var actor: String?
    /// The author's bytes of a refusal, its reason's attachment included; terms and sheet stand in the offer itself.
    public var value: [UInt8]
    /// The signed letter in which the party said it, when the personnel agency recorded it.
    public var letter: Letter?
    /// The day on which it was entered, when that was later than what it states.
    public var entered: CivilDate?

    private static let empty = Array("{}".utf8)

    init(says: Word, terms: Int, position: Int, operation: Operation?) {
        self.says = says
        self.terms = terms
        self.position = position
        self.operation = operation?.id
        self.actor = operation?.actor
        letter = operation?.letter
        entered = operation?.entered
        self.value = says == .refuse ? operation?.body.bytes ?? Self.empty : Self.empty
    }

    /// What the person says, as the operation's body tells it: letter and scan are kept.
    init(ofPerson says: Word, terms: Int, position: Int, operation: Operation) {
        self.init(says: says, terms: terms, position: position, operation: operation)
        value = operation.body.bytes
    }

    init?(reading json: JSON?) throws {
        guard let json, !json.isNull else { return nil }
        guard let says = Word(rawValue: try json.requiredString("says", maxBytes: 20)) else {
            throw BodyError(path: json.path + "/says", expected: "agree, refuse or silent")
        }
        self.says = says
        terms = try json.requiredInteger("terms", in: 1...10_000)
        position = try json.requiredInteger("position", in: 0...JSON.integerRange.upperBound)
        operation = try json.optionalString("operation", maxBytes: 36).flatMap(OperationID.init(text:))
        actor = try json.optionalString("actor", maxBytes: 100)
        value = try json.requiredObject("value").bytes
        letter = try Letter(ifNamedBy: json)
        entered = try json.optionalDate("entered")
    }

    var json: JSONValue {
        .object(
            [
                ("says", .string(says.rawValue)), ("terms", .integer(terms)), ("position", .integer(position)),
                ("operation", .optional(operation?.text)), ("actor", .optional(actor)), ("value", .verbatim(value)),
            ] + (letter?.members ?? []) + (entered.map { [("entered", .string($0.iso))] } ?? []))
    }
}
