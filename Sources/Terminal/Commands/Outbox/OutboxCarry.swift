import ArgumentParser
import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol

/// `outbox export`: what the next sync would send, in a file.
struct OutboxExport: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Put what waits into a file that somebody carries to the BKD.",
        discussion: """
            Example: mutasi-node outbox export /media/stick/request.json

            For a node without a network. At the BKD: mutasi-coordinator carry FILE --out REPLY; back here: outbox import REPLY. \
            Until the reply is taken in, exporting again gives the same exchange, so nothing is decided twice.
            """)

    static var needsFreshRecords: Bool { false }

    @Argument(help: "The file to write.")
    var file: String

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let carried = try Carry.export(workplace.store)
        let request = try SyncRequest(parsing: carried.body)
        try CommandFile.write(carried.encode(), to: file)
        let path = file
        let count = request.bundle?.operations.count ?? 0
        let waiting = try workplace.store.status().drafts
        let json = JSONValue.object([
            ("file", .string(path)), ("exchange", .integer(request.exchange)), ("operations", .integer(count)),
            ("left", .integer(waiting)),
        ])
        return Answer(json) { language in
            Page([
                .paragraph(
                    Sentence(
                        "{count} operasi ditulis ke {file}; {left} draf lain menunggu.",
                        "{count} operations written to {file}; {left} other drafts wait."
                    ).text(
                        language,
                        [("count", language.number(count)), ("file", path), ("left", language.number(waiting))])),
                .advice(
                    Sentence("Bawa berkas itu ke BKD, lalu di sana:", "Carry it to the BKD, and there:")[language],
                    command: "mutasi-coordinator carry FILE --out REPLY"),
                .advice(
                    Sentence("Kembali dengan jawabannya:", "Back with the reply:")[language],
                    command: "mutasi-node outbox import REPLY"),
            ])
        }
    }
}

/// `outbox import`: the reply to what was carried.
struct OutboxImport: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take in the reply that was carried back from the BKD.",
        discussion: """
            Example: mutasi-node outbox import /media/stick/reply.json

            Says when another trip is needed. A file that is not the coordinator's signed reply to this node changes nothing.
            """)

    static var needsFreshRecords: Bool { false }

    @Argument(help: "The reply's file.")
    var file: String

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let reply = try CarriedFiles.reply(file)
        let absorption = try Carry.absorb(
            reply, in: workplace.store, registryEffects: RegistryTransfers.effects(of: workplace.store))
        let progress: SyncProgress
        switch absorption {
        case .absorbed(let brought): progress = brought
        case .noise(let noise): throw SyncFailure.foreign(noise)
        case .refused(let problem, let isProven): throw SyncFailure.refused(problem, isProven: isProven)
        }
        try workplace.store.unlinkRefusedCards(progress.outcomes)
        let told = try progress.outcomes.map { outcome in
            (outcome, try workplace.store.entry(outcome.operation)?.operation)
        }
        let status = try workplace.store.status()
        let json = JSONValue.object([
            ("outcomes", .array(told.map { SyncCommand.json($0, $1) })), ("changes", .integer(progress.changes)),
            ("complete", .boolean(status.isComplete)), ("anotherTrip", .boolean(progress.hasMore)),
            ("day", .optional(status.day)),
        ])
        let visible = try workplace.visible()
        let own = workplace.agency
        return Answer(json, exit: progress.hasMore ? .answerIsNo : .done) { language in
            var page = Page([
                .title(Sentence("Jawaban diterima", "Reply taken in")[language]),
                .fields([
                    Page.Field(Sentence("Diputuskan", "Decided")[language], language.number(told.count)),
                    Page.Field(
                        Sentence("Perubahan diterima", "Changes received")[language],
                        language.number(progress.changes)),
                ]),
            ])
            page.blocks += SyncCommand.toLookAt(told, Presenter(visible, own: own, language: language))
            page.add(
                progress.hasMore
                    ? .advice(
                        Sentence(
                            "Masih ada yang menunggu: perlu satu perjalanan lagi.",
                            "There is more: another trip is needed.")[
                                language], command: "mutasi-node outbox export FILE")
                    : .paragraph(Sentence("Tidak perlu perjalanan lagi.", "No other trip is needed.")[language]))
            return page
        }
    }
}
