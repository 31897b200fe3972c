import StrictJSON

/// Something in the terms of an offer for which its start waits: a gate with a word of its own.
///
/// In the terms as `"after":[{"vacancy":id},{"transfer":id},"training","replacement"]`.
public enum Condition: Equatable, Sendable {
    /// A vacancy is filled.
    case vacancy(RecordID)
    /// A transfer has started.
    case transfer(RecordID)
    /// At least one training is required of the offer, and all of them are confirmed.
    case training
    /// Somebody has started in the seat that the person leaves, or starts together with the person.
    case replacement

    /// The most conditions of one version of the terms.
    public static let limit = 10

    /// Reads one; throws ``BodyError`` where it is none of them.
    init(reading json: JSON) throws {
        switch (json.string, json.members?.map(\.name)) {
        case ("training", _): self = .training
        case ("replacement", _): self = .replacement
        case (_, ["vacancy"]): self = .vacancy(try json.requiredRecordID("vacancy"))
        case (_, ["transfer"]): self = .transfer(try json.requiredRecordID("transfer"))
        default:
            throw BodyError(
                path: json.path, expected: #"{"vacancy":id}, {"transfer":id}, "training" or "replacement""#)
        }
    }

    /// Those of the terms' value that this version knows.
    static func list(_ terms: JSON) -> [Condition] {
        (terms["after"]?.elements ?? []).prefix(limit).compactMap { try? Condition(reading: $0) }
    }

    /// The record for which it waits.
    public var waitsFor: RecordID? {
        switch self {
        case .vacancy(let id), .transfer(let id): id
        case .training, .replacement: nil
        }
    }

    /// The gate's name while it is not met.
    public var gate: String {
        switch self {
        case .vacancy: "after-vacancy"
        case .transfer: "after-transfer"
        case .training: "training"
        case .replacement: "replacement"
        }
    }
}
