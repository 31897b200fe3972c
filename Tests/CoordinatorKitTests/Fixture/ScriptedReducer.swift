import CoordinatorKit
import Negotiation
import StrictJSON

/// The real reducer with operations in front of it that do exactly what they say.
///
/// - `test.put` `{"audience": "all" or [codes], "text"}` puts a record with the operation's record id;
/// - `test.claim` `{"tag"}` claims a tag for it;
/// - `test.both` `{"tag"}` puts a record, then claims a tag for it;
/// - `test.many` `{"audience", "count"}` puts so many records in one decision;
/// - `test.large` `{"bytes"}` puts a record with a body of so many bytes, `test.detail` gives an outcome of so many;
/// - `test.echo` gives an outcome that repeats the operation's body deeper than it came, `test.wrap` puts such a record;
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
        case "test.both":
            Decision(
                outcome: Outcome(.accepted),
                effects: [
                    .put(note(operation.record, operation.body, context.position)),
                    .claim(tag: operation.body["tag"]?.string ?? "", record: operation.record),
                ])
        case "test.many":
            Decision(
                outcome: Outcome(.accepted),
                effects: (1...(operation.body["count"]?.integer ?? 1)).map { number in
                    let id = context.derivedID(context.author.agency, operation.id, number)
                    return .put(note(id, operation.body, context.position))
                })
        case "test.large": large(operation, context)
        case "test.detail":
            Decision(outcome: Outcome(.accepted, detail: .object([("text", .string(filler(operation, less: 43)))])))
        case "test.echo":
            Decision(
                outcome: Outcome(.accepted, detail: .object([("seen", .object([("body", JSONValue(operation.body))]))]))
            )
        case "test.wrap": wrap(operation, context)
        case "test.poison": throw Poison()
        default: try DecidingReducer.current.decide(operation, context, reader)
        }
    }

    /// Text that fills what the operation asks for, less what stands around it.
    private static func filler(_ operation: Operation, less: Int) -> String {
        String(repeating: "x", count: (operation.body["bytes"]?.integer ?? 0) - less)
    }

    private static func large(_ operation: Operation, _ context: DecisionContext) -> Decision {
        var record = note(operation.record, operation.body, context.position)
        record.body = JSONValue.object([("text", .string(filler(operation, less: 11)))]).encoded
        return Decision(outcome: Outcome(.accepted), effects: [.put(record)])
    }

    private static func wrap(_ operation: Operation, _ context: DecisionContext) -> Decision {
        var record = note(operation.record, operation.body, context.position)
        record.body = JSONValue.object([("a", .object([("b", JSONValue(operation.body))]))]).encoded
        return Decision(outcome: Outcome(.accepted), effects: [.put(record)])
    }

    private static func note(_ id: RecordID, _ body: JSON, _ position: Int) -> Record {
        let codes = body["audience"]?.elements?.compactMap { $0.string.flatMap(AgencyCode.init) }
        return Record(
            id: id, kind: RecordKind(rawValue: "note"), revision: 1, audience: codes.map(Audience.of) ?? .all,
            body: body.bytes, created: position, changed: position)
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
