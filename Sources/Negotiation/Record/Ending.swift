import StrictJSON

/// Why and where something ended: written once.
public struct Ending: Equatable, Sendable {
    public var position: Int
    /// A stable code, such as `withdrawn` or `filled`.
    public var reason: String

    init(position: Int, reason: String) {
        self.position = position
        self.reason = reason
    }

    init?(reading json: JSON?) throws {
        guard let json, !json.isNull else { return nil }
        position = try json.requiredInteger("position", in: 0...JSON.integerRange.upperBound)
        reason = try json.requiredString("reason", maxBytes: 400)
    }

    var json: JSONValue {
        .object([("position", .integer(position)), ("reason", .string(reason))])
    }
}
