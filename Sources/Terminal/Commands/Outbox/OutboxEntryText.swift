import Negotiation
import NodeKit
import StrictJSON

/// An operation of the outbox in both forms.
enum OutboxEntryText {
    /// `{"operation","kind","record","actor","recordedAt","state","outcome"?,"preview"?,"body"}`
    static func json(_ entry: OutboxEntry, preview: Outcome?) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("operation", .string(entry.operation.id.text)), ("kind", .string(entry.operation.kind)),
            ("record", .string(entry.operation.record.text)), ("actor", .string(entry.operation.actor)),
            ("recordedAt", .string(entry.operation.recordedAt)),
        ]
        switch entry.state {
        case .draft: members.append(("state", "draft"))
        case .inFlight(let bundle): members += [("state", "in-flight"), ("bundle", .integer(bundle))]
        case .decided(let outcome, let position):
            members += [("state", "decided"), ("position", .integer(position)), ("outcome", outcome.json)]
        }
        members += preview.map { [("preview", $0.json)] } ?? []
        members.append(("body", JSONValue(entry.operation.body)))
        return .object(members)
    }

    static func row(_ entry: OutboxEntry, _ language: Language) -> [String] {
        [
            ShortID.text(entry.operation.id), Sentences.word(.operation, entry.operation.kind, language),
            ShortID.text(entry.operation.record), entry.operation.actor, state(entry, language),
        ]
    }

    static func state(_ entry: OutboxEntry, _ language: Language) -> String {
        switch entry.state {
        case .draft: Sentence("draf", "draft")[language]
        case .inFlight: Sentence("dalam perjalanan", "on its way")[language]
        case .decided(let outcome, _):
            Sentences.word(.outcome, outcome.kind.rawValue, language) + (outcome.code.map { " (\($0.rawValue))" } ?? "")
        }
    }
}
