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
        case .held(let reason): members += [("state", "held"), ("reason", .string(reason.rawValue))]
        case .waiting(let cause): members += [("state", "waiting"), ("for", .string(cause.text))]
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
        case .held(let reason):
            Sentence("DITAHAN: ", "HELD: ")[language] + Sentences.word(.hold, reason.rawValue, language)
        case .waiting(let cause):
            Sentence("menunggu {id} yang ditahan", "waits for {id}, which is held").text(
                language, [("id", ShortID.text(cause))])
        case .inFlight: Sentence("dalam perjalanan", "on its way")[language]
        case .decided(let outcome, _):
            Sentences.word(.outcome, outcome.kind.rawValue, language) + (outcome.code.map { " (\($0.rawValue))" } ?? "")
        }
    }

    /// What to do about held drafts.
    static func review(_ language: Language) -> Page.Block {
        .advice(
            Sentence(
                "Draf yang ditahan baru terkirim setelah dilepas; yang tidak perlu ditarik dengan outbox withdraw:",
                "Held drafts go out only once released; what is not wanted is taken back with outbox withdraw:")[
                    language],
            command: "\(Program.current.rawValue) outbox release --all")
    }
}

extension OutboxEntry {
    /// Whether it waits for a person.
    var isHeld: Bool {
        if case .held = state { true } else { false }
    }
}

extension OutboxEntryText {
    /// `{"epoch","position","outcome","code"?}`: how it ended before the coordinator was restored.
    static func json(_ former: FormerOutcome) -> JSONValue {
        let code: [(String, JSONValue)] = former.outcome.code.map { [("code", .string($0.rawValue))] } ?? []
        return .object(
            [
                ("epoch", .integer(former.epoch)), ("position", .integer(former.position)),
                ("outcome", .string(former.outcome.kind.rawValue)),
            ] + code)
    }

    static func text(_ former: FormerOutcome, _ language: Language) -> String {
        let kind = Sentences.word(.outcome, former.outcome.kind.rawValue, language)
        let outcome = former.outcome.code.map { "\(kind) (\($0.rawValue))" } ?? kind
        return Sentence(
            "Sebelum koordinator dipulihkan hasilnya: {outcome}. Yang berlaku sekarang ada di bawah.",
            "Before the coordinator was restored it had ended: {outcome}. What counts now stands below."
        ).text(language, [("outcome", outcome)])
    }
}
