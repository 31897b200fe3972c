import ArgumentParser
import Foundation
import Negotiation
import NodeKit
import StrictJSON

/// `outbox`: what waits to be sent, and what became of what was sent.
public struct OutboxCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "outbox",
        abstract: "What waits to be sent, and what became of what was sent.",
        subcommands: [
            OutboxList.self, OutboxShow.self, OutboxEdit.self, OutboxWithdraw.self, OutboxRelease.self,
            OutboxResend.self, OutboxExport.self, OutboxImport.self,
        ],
        defaultSubcommand: OutboxList.self)

    public init() {}
}

struct OutboxList: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Drafts and operations, those that wait first.",
        discussion: "Example: mutasi-node outbox list")

    static var needsFreshRecords: Bool { false }

    @Option(help: "How many decided ones, the last first.")
    var decided = 20

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (0...10_000).contains(decided) else { throw ValidationError("--decided takes 0 to 10000.") }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        let pending = try workplace.store.previews()
        let ended = try workplace.store.decidedEntries(limit: decided)
        let damaged = try workplace.store.readableEntries().damaged
        let json = JSONValue.object([
            (
                "pending",
                .array(pending.map { OutboxEntryText.json($0.entry, preview: $0.decision?.outcome) })
            ),
            ("decided", .array(ended.map { OutboxEntryText.json($0, preview: nil) })),
            ("damaged", .integer(damaged)),
        ])
        return Answer(json) { language in
            let columns = [
                Table.Column("Id"), Table.Column(Sentence("Tindakan", "Act")[language]),
                Table.Column(Sentence("Tentang", "About")[language]),
                Table.Column(Sentence("Oleh", "By")[language]), Table.Column(Sentence("Keadaan", "State")[language]),
            ]
            var page = Page([.title(Sentence("Kotak keluar", "Outbox")[language])])
            let rows =
                pending.map { OutboxEntryText.row($0.entry, language) }
                + ended.map { OutboxEntryText.row($0, language) }
            page.add(
                rows.isEmpty
                    ? .paragraph(Sentence("Kosong.", "Empty.")[language]) : .table(Table(columns, rows: rows)))
            if damaged > 0 {
                page.add(
                    .advice(
                        Sentence(
                            "{count} operasi rusak dan tidak ditampilkan; lihat:",
                            "{count} operations are damaged and not shown; see:"
                        ).text(language, [("count", language.number(damaged))]),
                        command: "\(Program.current.rawValue) status"))
            }
            if pending.contains(where: \.entry.isHeld) {
                page.add(OutboxEntryText.review(language))
            }
            return page
        }
    }
}

struct OutboxShow: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One operation with its bytes and outcome.",
        discussion: "Example: mutasi-node outbox show 9c41f2")

    static var needsFreshRecords: Bool { false }

    @Argument(help: "The operation, or the end of its id.")
    var operation: String

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let entry = try workplace.outboxEntry(operation)
        let former = try workplace.store.formerOutcomes(entry.operation.id)
        let json = JSONValue.object([
            ("operation", OutboxEntryText.json(entry, preview: nil)),
            ("former", .array(former.map(OutboxEntryText.json))),
        ])
        let visible = try workplace.visible()
        let own = workplace.agency
        return Answer(json) { language in
            var page = Page([
                .title(Sentences.word(.operation, entry.operation.kind, language)),
                .fields([
                    Page.Field("Id", entry.operation.id.text),
                    Page.Field(Sentence("Tentang", "About")[language], entry.operation.record.text),
                    Page.Field(
                        Sentence("Oleh", "By")[language], "\(entry.operation.actor), \(entry.operation.recordedAt)"),
                    Page.Field(Sentence("Keadaan", "State")[language], OutboxEntryText.state(entry, language)),
                    Page.Field(Sentence("Isi", "Body")[language], JSONValue(entry.operation.body).encodedText),
                ]),
            ])
            for one in former {
                page.add(.paragraph(OutboxEntryText.text(one, language)))
            }
            if let outcome = entry.outcome {
                let presenter = Presenter(visible, own: own, language: language)
                page.blocks +=
                    presenter.outcome(
                        outcome, operation: entry.operation.kind, record: entry.operation.record
                    ).blocks
            }
            return page
        }
    }
}

struct OutboxEdit: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change the body of a draft that was not sent yet.",
        discussion: "Example: mutasi-node outbox edit 9c41f2 --body body.json")

    static var needsFreshRecords: Bool { false }

    @Argument(help: "The draft, or the end of its id.")
    var operation: String

    @Option(help: ArgumentHelp("A file with the new body as JSON.", valueName: "file"))
    var body: String

    @Flag(help: "Change it even when it would surely be refused as things stand.")
    var anyway = false

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let entry = try workplace.outboxEntry(operation)
        guard let data = FileManager.default.contents(atPath: body), data.count <= Operation.byteLimit else {
            throw CommandError(
                .badArgument,
                Sentence("Berkas {file} tidak terbaca.", "The file {file} cannot be read."),
                advice: Sentence("Beri berkas JSON sampai 64 KiB.", "Give a JSON file of up to 64 KiB."),
                values: [("file", body)])
        }
        let json = try JSON(parsing: Array(data))
        let draft = try Draft(
            Operation.encode(
                id: entry.operation.id, actor: workplace.actor, recordedAt: Stamp.now().text,
                kind: entry.operation.kind, record: entry.operation.record, body: JSONValue(json)))
        let (foreseen, unseen) = try workplace.store.previewed(draft)
        let preview = foreseen?.outcome
        let isRefused = preview?.kind == .rejected || preview?.kind == .conflict
        let isRecorded = anyway || !isRefused
        if isRecorded {
            try workplace.requireOperator()
            try workplace.store.replace(draft)
        }
        return Answer(
            Recording(
                draft: draft, preview: preview, unseen: unseen, isRecorded: isRecorded,
                visible: try workplace.visible(),
                own: workplace.agency))
    }
}

struct OutboxWithdraw: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Take back a draft that was not sent yet.",
        discussion: "Example: mutasi-node outbox withdraw 9c41f2")

    static var needsFreshRecords: Bool { false }

    @Argument(help: "The draft, or the end of its id.")
    var operation: String

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let entry = try workplace.outboxEntry(operation)
        try workplace.requireOperator()
        try workplace.store.withdraw(entry.operation.id)
        let id = entry.operation.id
        return Answer(.object([("withdrawn", .string(id.text))])) { language in
            Page([
                .paragraph(
                    Sentence("Draf {id} ditarik; tidak ada yang terkirim.", "Draft {id} withdrawn; nothing was sent.")
                        .text(language, [("id", ShortID.text(id))]))
            ])
        }
    }
}

extension Workplace {
    /// The operation that a typed id means, of those that wait and the last decided ones.
    func outboxEntry(_ typed: String) throws -> OutboxEntry {
        let entries = try store.readableEntries().pending + store.decidedEntries(limit: 10_000)
        return try ShortID.find(typed, among: entries, by: \.operation.id)
    }
}
