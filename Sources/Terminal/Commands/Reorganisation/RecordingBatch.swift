import Negotiation
import NodeKit
import StrictJSON

/// Several operations of one command, each about a subject of its own.
struct RecordingBatch {
    private var recordings: [(subject: RecordID, recording: Recording)] = []
    /// Subjects about which nothing could be recorded, with the reason.
    private(set) var left: [(subject: String, reason: Sentence)] = []

    mutating func add(_ subject: RecordID, _ recording: Recording) {
        recordings.append((subject, recording))
    }

    mutating func leave(_ subject: String, _ reason: Sentence) {
        left.append((subject, reason))
    }

    /// Syncs when asked to; `{"recorded","refused":[{"subject","outcome"}],"left":[{"subject","reason"}],"recordings":[…]}`.
    func answer(_ workplace: Workplace, sync: Bool, _ title: Sentence) async throws -> Answer {
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
        let json = JSONValue.object([
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
        ])
        let isWhole = refused.isEmpty && left.isEmpty
        let (left, refusals, visible, own) = (left, refused, try workplace.visible(), workplace.agency)
        return Answer(json, exit: isWhole ? .done : .answerIsNo) { language in
            let presenter = Presenter(visible, own: own, language: language)
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
            return page
        }
    }
}
