import Negotiation
import StrictJSON

/// Records as `--json` shows them: the body's members as they are stored, with `id` and `revision` before them.
public enum RecordJSON {
    /// `{"id","revision","recordKind",…body}`; a member of the body with one of these names is left out, and a body that
    /// is no object stands as text in `body`.
    public static func of(_ record: Record) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("id", .string(record.id.text)), ("revision", .integer(record.revision)),
            ("recordKind", .string(record.kind.rawValue)),
        ]
        if let body = try? JSON(parsing: record.body), let parts = body.members {
            let taken = members.map(\.0)
            members += parts.filter { !taken.contains($0.name) }.map { ($0.name, JSONValue($0.value)) }
        } else {
            members.append(("body", .string(String(decoding: record.body, as: UTF8.self))))
        }
        return .object(members)
    }

    /// `{"vacancy":{…}}`
    public static func show(_ record: Record) -> JSONValue {
        .object([(record.kind.rawValue, of(record))])
    }

    /// `{"vacancies":[…]}`
    public static func list(_ kind: RecordKind, _ records: [Record]) -> JSONValue {
        .object([(plural(kind), .array(records.map(of)))])
    }

    private static func plural(_ kind: RecordKind) -> String {
        switch kind {
        case .agency: "agencies"
        case .vacancy: "vacancies"
        case .policy: "policies"
        default: kind.rawValue + "s"
        }
    }
}
