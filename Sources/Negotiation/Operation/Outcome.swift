import StrictJSON

/// The one outcome in which an operation ends.
public struct Outcome: Equatable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// Applied as it stands.
        case accepted
        /// Applied; other field groups of the record had moved on.
        case merged
        /// A field's value is neither what the author saw nor what the author wants; nothing applied, a person is asked.
        case conflict
        /// It may not be done; nothing applied.
        case rejected
    }

    public var kind: Kind
    /// Why, for `conflict` and `rejected`.
    public var code: RejectionCode?
    /// What the author needs to know: current state, limits, lists. An object.
    public var detail: JSONValue

    public init(_ kind: Kind, code: RejectionCode? = nil, detail: JSONValue = .object([])) {
        self.kind = kind
        self.code = code
        self.detail = detail
    }

    public static func rejected(_ code: RejectionCode, _ detail: [(String, JSONValue)] = []) -> Outcome {
        Outcome(.rejected, code: code, detail: .object(detail))
    }

    /// `{"outcome","code"?,"detail"}`
    public var json: JSONValue {
        var members: [(String, JSONValue)] = [("outcome", .string(kind.rawValue))]
        if let code {
            members.append(("code", .string(code.rawValue)))
        }
        members.append(("detail", detail))
        return .object(members)
    }

    public init(reading json: JSON) throws {
        guard let kind = Kind(rawValue: try json.requiredString("outcome", maxBytes: 40)) else {
            throw BodyError(path: json.path + "/outcome", expected: "accepted, merged, conflict or rejected")
        }
        self.kind = kind
        self.code = try json.optionalString("code", maxBytes: 60).map(RejectionCode.init(rawValue:))
        self.detail = JSONValue(try json.requiredObject("detail"))
    }

    /// Equal when they read the same, whether built or received.
    public static func == (left: Outcome, right: Outcome) -> Bool {
        left.kind == right.kind && left.code == right.code && left.detail.encoded == right.detail.encoded
    }
}
