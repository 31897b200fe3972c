import CoordinatorKit
import Negotiation
import StrictJSON

/// The real reducer with three operations in front of it that do exactly what they say.
///
/// - `test.put` `{"audience": "all" or [codes], "text"}` puts a record with the operation's record id;
/// - `test.claim` `{"tag"}` claims a tag for it;
/// - `test.poison` fails in the middle of a decision, after nothing was checked.
enum ScriptedReducer {
    struct Poison: Error {}

    static let reducer = DecidingReducer(version: 7) { operation, context, reader in
        switch operation.kind {
        case "test.put": try put(operation, context, reader)
        case "test.claim":
            Decision(
                outcome: Outcome(.accepted),
                effects: [.claim(tag: operation.body["tag"]?.string ?? "", record: operation.record)])
        case "test.poison": throw Poison()
        default: try DecidingReducer.current.decide(operation, context, reader)
        }
    }

    private static func put(
        _ operation: Operation, _ context: DecisionContext, _ reader: any RecordReader
    ) throws -> Decision {
        let old = try reader.record(operation.record)
        let codes = operation.body["audience"]?.elements?.compactMap { $0.string.flatMap(AgencyCode.init) }
        let record = Record(
            id: operation.record, kind: RecordKind(rawValue: "note"), revision: (old?.revision ?? 0) + 1,
            audience: codes.map(Audience.of) ?? .all, body: operation.body.bytes,
            created: old?.created ?? context.position,
            changed: context.position)
        return Decision(outcome: Outcome(.accepted), effects: [.put(record)])
    }
}
