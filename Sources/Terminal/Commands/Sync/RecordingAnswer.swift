import Negotiation
import NodeKit

extension Answer {
    /// What became of a recorded operation: its preview while it waits, the decision once it came.
    public init(_ recording: Recording) {
        self.init(recording.json, exit: recording.exit) { language in
            let presenter = Presenter(recording.visible, own: recording.own, language: language)
            let operation = recording.draft.operation
            if let outcome = recording.outcome {
                return presenter.outcome(outcome, operation: operation.kind, record: operation.record)
            }
            // Without a preview nothing is known but that it waits.
            let preview = recording.isRecorded ? Outcome(.accepted) : recording.preview ?? Outcome(.accepted)
            var page = presenter.preview(preview, operation: operation.kind, record: operation.record)
            if let unseen = recording.unseen, recording.isRecorded {
                page.add(.paragraph(presenter.unforeseen(unseen)))
            }
            return page
        }
    }
}
