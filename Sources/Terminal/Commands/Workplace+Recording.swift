import ArgumentParser
import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol

/// What every command that records an operation takes.
public struct RecordingOptions: ParsableArguments, Sendable {
    @Flag(help: "Sync right after and show what was decided.")
    public var sync = false

    @Flag(help: "Record it even when it would surely be refused as things stand.")
    public var anyway = false

    public init() {}
}

/// An operation on its way: previewed, recorded, perhaps decided.
public struct Recording: Sendable {
    public var draft: Draft
    /// What would become of it if nothing else happened, never a decision; nil when it cannot be told on this node.
    public var preview: Outcome?
    /// Why there is no preview.
    public var unseen: Preview.Unseen?
    public var isRecorded: Bool
    /// The coordinator's word, once a sync brought it.
    public var outcome: Outcome?
    /// What the agency saw after it.
    var visible: VisibleRecords
    var own: AgencyCode

    /// `{"operation","record","kind","recorded","preview","unseen"?,"outcome"}`; `unseen` is `incomplete`, or the kind of a record that
    /// this node does not hold.
    public var json: JSONValue {
        .members([
            ("operation", .string(draft.operation.id.text)),
            ("record", .string(draft.operation.record.text)),
            ("kind", .string(draft.operation.kind)),
            ("recorded", .boolean(isRecorded)),
            ("preview", preview?.json ?? .null),
            ("unseen", unseen.map { .string($0.code) }),
            ("outcome", outcome?.json ?? .null),
        ])
    }

    /// A refusal, foreseen or decided, is a no; a draft that waits is not.
    public var exit: ExitCode {
        guard let word = outcome ?? (isRecorded ? nil : preview) else { return .done }
        return word.kind == .rejected || word.kind == .conflict ? .answerIsNo : .done
    }
}

extension Preview.Unseen {
    var code: String {
        switch self {
        case .incomplete: "incomplete"
        case .missing(let kind): kind.rawValue
        }
    }
}

extension Workplace {
    /// Previews an operation and records it as a draft, unless it would surely be refused; then syncs when asked to, or
    /// by itself at the desk.
    ///
    /// `record` is nil for an operation that makes its record. Throws `NodeFailure`, and ``CommandError`` when a sync that
    /// the desk does by itself ends early; the draft stays recorded then.
    public func record(
        _ kind: OperationKind, on record: RecordID? = nil, _ body: JSONValue, _ options: RecordingOptions,
        attachments: [Attachment] = []
    ) async throws -> Recording {
        try await self.record(
            kind, on: record, body, anyway: options.anyway, sync: options.sync, attachments: attachments)
    }

    /// The same without options of a command line.
    public func record(
        _ kind: OperationKind, on record: RecordID? = nil, _ body: JSONValue, anyway: Bool = false, sync: Bool = false,
        attachments: [Attachment] = []
    ) async throws -> Recording {
        try requireOperator()
        let (kind, body, attachments) = try onBehalf?.wrapped(kind, body, attachments) ?? (kind, body, attachments)
        let draft = try Draft.make(kind, record: record, body: body, actor: actor, attachments: attachments)
        let (foreseen, unseen) = try store.previewed(draft)
        let preview = foreseen?.outcome
        let isRecorded = preview?.kind != .rejected || anyway
        var outcome: Outcome?
        if isRecorded {
            try store.record(draft)
        }
        if isRecorded, sync || program.syncsByItself {
            let report = try await self.sync()
            outcome = try store.entry(draft.operation.id)?.outcome
            if outcome == nil {
                try SyncFailure.check(report)
            }
        }
        return Recording(
            draft: draft, preview: preview, unseen: unseen, isRecorded: isRecorded, outcome: outcome,
            visible: try visible(),
            own: identity.agency)
    }

    /// Records an operation whose body is the reason at most.
    public func record(
        _ kind: OperationKind, on record: RecordID, because reason: String?, _ options: RecordingOptions
    ) async throws -> Recording {
        let reason = reason.map(attached)
        return try await self.record(
            kind, on: record, .members([("reason", reason?.reference)]), options,
            attachments: reason.map { [$0.attachment] } ?? [])
    }

    /// A free text as an attachment: `{"attachment": name}` and the bytes beside it.
    public func attached(_ text: String) -> (reference: JSONValue, attachment: Attachment) {
        let attachment = Attachment.make(Array(text.utf8))
        return (attachment.reference, attachment)
    }
}
