import StrictJSON

/// Ends a decision with nothing applied.
struct Refusal: Error {
    var outcome: Outcome

    init(_ code: RejectionCode, _ detail: [(String, JSONValue)] = []) {
        outcome = .rejected(code, detail)
    }

    /// The same for "does not exist" and "not visible".
    static let notFound = Refusal(.notFound)

    static func notAllowed(_ who: String) -> Refusal {
        Refusal(.notAllowed, [("who", .string(who))])
    }
}

/// A stored record that cannot be read: damage or a fault of this program, never the author's.
public struct StoredRecordFault: Error, CustomStringConvertible {
    public var record: RecordID
    public var kind: RecordKind
    public var cause: String

    public var description: String { "\(kind) \(record) cannot be read: \(cause)" }
}
