import Negotiation
import NodeKit
import StrictJSON

extension Answer {
    /// What became of a recorded operation: its preview while it waits, the decision once it came.
    public init(_ recording: Recording) {
        self.init(recording.json, exit: recording.exit) { language in
            var page = Page()
            let operation = recording.draft.operation
            if let outcome = recording.outcome {
                OutcomePage.add(outcome, of: operation, to: &page, language)
            } else if recording.isRecorded {
                let act = Sentences.word(.operation, operation.kind, language)
                page.add(
                    .paragraph(
                        Sentence("Dicatat: {act} {record}. Belum diputuskan.", "Recorded: {act} {record}. Not decided yet.")
                            .text(language, [("act", act), ("record", ShortID.text(operation.record))])))
                if let preview = recording.preview, preview.kind != .accepted {
                    OutcomePage.add(preview, of: nil, to: &page, language)
                }
                page.add(
                    .advice(
                        Sentence("Kirim bila siap:", "Send it when you are ready:")[language],
                        command: "\(Program.current.rawValue) sync"))
            } else {
                page.add(
                    .paragraph(
                        Sentence("Tidak dicatat, karena pasti ditolak:", "Not recorded, because it would surely be refused:")[
                            language]))
                if let preview = recording.preview {
                    OutcomePage.add(preview, of: nil, to: &page, language)
                }
            }
            return page
        }
    }
}
