import Negotiation
import NodeKit
import StrictJSON

/// Several operations of one command, each about a subject of its own.
public struct RecordingBatch {
    /// What somebody has to do after it.
    struct Next {
        var who: AgencyCode
        var what: Sentence
        var command: String
    }

    private var recordings: [(subject: RecordID, recording: Recording)] = []
    /// Subjects about which nothing could be recorded, with the reason.
    private(set) var left: [(subject: String, reason: Sentence)] = []
    private var next: [Next] = []
    private var todo: [TodoLine] = []

    public init() {}

    /// Whether one of them is refused, foreseen or decided.
    var isRefused: Bool { recordings.contains { $0.recording.exit != .done } }

    /// The records that its accepted operations of a kind made.
    func made(by kind: OperationKind) -> [RecordID] {
        recordings.filter {
            $0.recording.outcome?.kind == .accepted && $0.recording.draft.operation.kind == kind.rawValue
        }
        .map(\.recording.draft.operation.record)
    }

    /// Takes back the drafts of it that have not gone out: what they were for cannot be. Those that have gone stay recorded.
    mutating func takeBack(_ workplace: Workplace) {
        for index in recordings.indices.reversed() where recordings[index].recording.isRecorded {
            guard (try? workplace.store.withdraw(recordings[index].recording.draft.operation.id)) != nil else {
                continue
            }
            recordings[index].recording.isRecorded = false
        }
    }

    /// Says what waits for whom after it.
    public mutating func awaits(_ who: AgencyCode, _ what: Sentence, command: String) {
        next.append(Next(who: who, what: what, command: command))
    }

    mutating func awaits(_ lines: [TodoLine]) {
        todo += lines
    }

    public mutating func add(_ subject: RecordID, _ recording: Recording) {
        recordings.append((subject, recording))
    }

    public mutating func leave(_ subject: String, _ reason: Sentence) {
        left.append((subject, reason))
    }

    /// Syncs when asked to; `{"recorded","refused":[{"subject","outcome"}],"left":[{"subject","reason"}],"recordings":[…],
    /// "next"?:[{"who","what","command"}]}`.
    public func answer(_ workplace: Workplace, sync: Bool, _ title: Sentence) async throws -> Answer {
        if sync, !workplace.program.syncsByItself {
            try SyncFailure.check(try await workplace.sync())
        }
        var refused: [(subject: RecordID, operation: String, outcome: Outcome)] = []
        for (subject, recording) in recordings {
            let decided = try workplace.store.entry(recording.draft.operation.id)?.outcome
            let word = decided ?? recording.outcome ?? (recording.isRecorded ? nil : recording.preview)
            guard let word, word.kind == .rejected || word.kind == .conflict else { continue }
            refused.append((subject, recording.draft.operation.kind, word))
        }
        let recorded = recordings.filter(\.recording.isRecorded)
        let json = JSONValue.members([
            ("recorded", .integer(recorded.count)),
            (
                "refused",
                .array(refused.map { .object([("subject", .string($0.subject.text)), ("outcome", $0.outcome.json)]) })
            ),
            (
                "left",
                .array(
                    left.map { .object([("subject", .string($0.subject)), ("reason", .string($0.reason.english))]) })
            ),
            ("recordings", .array(recordings.map(\.recording.json))),
            ("next", next.isEmpty && todo.isEmpty ? nil : .array(next.map(Self.json) + todo.map(Self.json))),
        ])
        let isWhole = refused.isEmpty && left.isEmpty
        let (next, todo) = (next, todo)
        let (left, refusals) = (left, refused)
        return workplace.answer(json, exit: isWhole ? .done : .answerIsNo, try workplace.visible()) { presenter in
            let language = presenter.language
            var page = Page([
                .title(title[language]),
                .fields([
                    presenter.field("Dicatat", "Recorded", language.number(recorded.count)),
                    presenter.field("Ditolak", "Refused", language.number(refusals.count)),
                    presenter.field("Dilewati", "Left", language.number(left.count)),
                ]),
            ])
            for one in refusals {
                page.add(.heading(presenter.about(one.subject)))
                page.blocks += presenter.outcome(one.outcome, operation: one.operation, record: one.subject).blocks
            }
            if !left.isEmpty {
                page.add(.heading(Sentence("Dilewati", "Left")[language]))
                page.add(.items(left.map { "\($0.subject): \($0.reason[language])" }))
            }
            page.blocks += Self.blocks(next, todo, presenter)
            return page
        }
    }

    private static func json(_ next: Next) -> JSONValue {
        .object([
            ("who", .string(next.who.text)), ("what", .string(next.what.english)), ("command", .string(next.command)),
        ])
    }

    private static func json(_ line: TodoLine) -> JSONValue {
        .object([
            ("who", .string(line.who.text)), ("what", .string(line.kind.rawValue)), ("command", .string(line.command)),
        ])
    }

    private static func blocks(_ next: [Next], _ todo: [TodoLine], _ presenter: Presenter) -> [Page.Block] {
        guard !next.isEmpty || !todo.isEmpty else { return [] }
        var blocks: [Page.Block] = [
            .heading(presenter.say("Berikutnya, setelah ini diputuskan", "Next, once this is decided"))
        ]
        for one in next {
            blocks.append(
                .advice("\(presenter.agency(one.who)): \(one.what[presenter.language])", command: one.command))
        }
        for line in todo {
            blocks.append(.advice("\(presenter.agency(line.who)): \(presenter.what(line))", command: line.command))
        }
        return blocks
    }
}
