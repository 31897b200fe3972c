import Negotiation
import StrictJSON

/// How one operation of a bundle ended, and where in the journal that stands.
public struct OperationOutcome: Equatable, Sendable {
    /// Which operation.
    public var operation: OperationID
    /// The journal position of the decision: of the first one, when the operation came again.
    public var position: Int
    /// How it ended.
    public var outcome: Outcome

    /// The outcome of an operation.
    public init(operation: OperationID, position: Int, outcome: Outcome) {
        self.operation = operation
        self.position = position
        self.outcome = outcome
    }

    /// `{"operation","position","outcome","code"?,"detail"}`; the detail is a string that holds an object's exact bytes.
    public var json: JSONValue {
        var members: [(String, JSONValue)] = [
            ("operation", .string(operation.text)), ("position", .integer(position)),
            ("outcome", .string(outcome.kind.rawValue)),
        ]
        if let code = outcome.code {
            members.append(("code", .string(code.rawValue)))
        }
        members.append(("detail", .string(outcome.detail.encodedText)))
        return .object(members)
    }

    /// Reads the object above, as a message has it. Throws `JSONError` or `BodyError`.
    public init(reading json: JSON) throws {
        operation = try json.requiredIdentifier("operation")
        position = try json.requiredInteger("position", in: 1...JSON.integerRange.upperBound)
        guard let kind = Outcome.Kind(rawValue: try json.requiredString("outcome", maxBytes: Limits.nameBytes)) else {
            throw BodyError(path: "\(json.path)/outcome", expected: "accepted, merged, conflict or rejected")
        }
        let code = try json.optionalString("code", maxBytes: Limits.nameBytes).map(RejectionCode.init(rawValue:))
        let text = try json.requiredString("detail", maxBytes: Limits.outcomeBytes)
        guard let detail = try? JSON(parsing: text), detail.kind == .object else {
            throw BodyError(path: "\(json.path)/detail", expected: "an object's text")
        }
        outcome = Outcome(kind, code: code, detail: JSONValue(detail))
    }
}
