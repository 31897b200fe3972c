import ArgumentParser
import Dispatch
import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol

/// `sync`: everything that waits goes out, everything new comes in.
public struct SyncCommand: OperatorCommand {
    public static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "Send what waits and receive what is new.",
        discussion: """
            Example: mutasi-node sync --data /var/lib/mutasi

            May be run at any time and as often as you like. Without a network nothing is lost: what waits is sent next time. \
            With --anew the records are received once more from the beginning, beside the old ones until they are right; drafts and \
            staff data stay. Use it when doctor says so.
            """)

    /// The command is the sync.
    public static var needsFreshRecords: Bool { false }

    @Flag(help: "Receive every record anew.")
    var anew = false

    @OptionGroup public var options: GlobalOptions

    public init() {}

    public func answer(_ workplace: Workplace) async throws -> Answer {
        if anew {
            try workplace.store.rebuildReplica()
        }
        let clock = ContinuousClock()
        let begin = clock.now
        let report = try await workplace.sync()
        let milliseconds = Int((clock.now - begin) / .milliseconds(1))
        try SyncFailure.check(report)
        let told = try report.outcomes.map { outcome in
            (outcome, try workplace.store.entry(outcome.operation)?.operation)
        }
        let status = try workplace.store.status()
        let json = JSONValue.object([
            ("exchanges", .integer(report.exchanges)),
            ("outcomes", .array(told.map { Self.json($0, $1) })),
            (
                "corrected",
                .array(try report.corrected.map { Self.json($0, try workplace.store.entry($0.operation)?.operation) })
            ),
            ("changes", .integer(report.changes)),
            ("complete", .boolean(status.isComplete)),
            ("sent", .integer(report.bytesSent)),
            ("received", .integer(report.bytesReceived)),
            ("milliseconds", .integer(milliseconds)),
            ("day", .optional(status.day)),
        ])
        let visible = try workplace.visible()
        let own = workplace.agency
        return Answer(json) { language in
            Self.page(report, told, status, Presenter(visible, own: own, language: language))
        }
    }

    static func json(_ outcome: OperationOutcome, _ operation: Operation?) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("operation", .string(outcome.operation.text)),
            ("kind", .optional(operation?.kind)),
            ("record", .optional(operation?.record.text)),
            ("outcome", .string(outcome.outcome.kind.rawValue)),
        ]
        members += outcome.outcome.code.map { [("code", .string($0.rawValue))] } ?? []
        members.append(("detail", outcome.outcome.detail))
        return .object(members)
    }

    private static func page(
        _ report: SyncReport, _ told: [(OperationOutcome, Operation?)], _ status: NodeStatus, _ presenter: Presenter
    ) -> Page {
        let language = presenter.language
        var page = Page([
            .title(Sentence("Sinkronisasi selesai", "Sync complete")[language]),
            .fields([
                Page.Field(Sentence("Diputuskan", "Decided")[language], language.number(report.outcomes.count)),
                Page.Field(
                    Sentence("Perubahan diterima", "Changes received")[language], language.number(report.changes)),
                Page.Field(
                    Sentence("Byte dikirim, diterima", "Bytes sent, received")[language],
                    "\(language.number(report.bytesSent)), \(language.number(report.bytesReceived))"),
            ]),
        ])
        page.blocks += toLookAt(told, presenter)
        if status.openConflicts > 0 {
            page.add(
                .advice(
                    Sentence("Ada pertentangan yang menunggu Anda.", "Conflicts wait for you.")[language],
                    command: "\(Program.current.rawValue) conflict list"))
        }
        return page
    }

    /// What was not simply accepted; an import's hundreds of accepted cards would hide the one refusal.
    static func toLookAt(_ told: [(OperationOutcome, Operation?)], _ presenter: Presenter) -> [Page.Block] {
        let refused = told.filter { $0.0.outcome.kind != .accepted }
        guard !refused.isEmpty else { return [] }
        return [.heading(Sentence("Perlu dilihat", "To look at")[presenter.language])]
            + refused.flatMap { outcome, operation in
                presenter.outcome(
                    outcome.outcome, operation: operation?.kind ?? "",
                    record: operation?.record ?? RecordID(outcome.operation)
                ).blocks
            }
    }
}
