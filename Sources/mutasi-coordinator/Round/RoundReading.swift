import ArgumentParser
import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol
import Terminal

/// `round list`
struct RoundList: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The rounds, those that are open unless all are asked for.",
        discussion: "Example: mutasi-coordinator round list --all")

    @Flag(help: "Those that ended too.")
    var all = false

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let shown = visible.rounds.filter { all || $0.ended == nil }
        return workplace.list(.round, shown.map(\.id), visible) { $0.rounds(shown) }
    }
}

/// `round show`
struct RoundShow: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "One round: goals, lines, versions, and who changed which line and why.",
        discussion: """
            Examples:
              mutasi-coordinator round show 3fa2c1
              mutasi-coordinator round show 3fa2c1 --check

            With --check every frozen version is held against its hash; exit code 1 when one does not agree.
            """)

    @Argument(help: "The round, or the end of its id.")
    var round: String

    @Flag(help: "Hold the frozen versions against their hashes.")
    var check = false

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let shown = try Round(try workplace.record(round, .round))
        guard check else {
            let reasons = try workplace.texts(
                ofAttachments: shown.changes.flatMap { [$0.reason] + ($0.undone.map { [$0.reason] } ?? []) })
            return try workplace.show(shown.id, visible) { $0.round(shown, reasons: reasons) }
        }
        let findings = RoundCheck.findings(shown)
        let json = JSONValue.object([("round", .string(shown.id.text)), ("versions", .array(findings.map(\.json)))])
        return Answer(json, exit: findings.allSatisfy(\.agrees) ? .done : .answerIsNo) { RoundCheck.page(findings, $0) }
    }
}

/// `round report`
struct RoundReport: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract:
            "What a round came to: goals before and after, wishes met, days to fill, who was passed over and why.",
        discussion: "Example: mutasi-coordinator round report 3fa2c1")

    @Argument(help: "The round, or the end of its id.")
    var round: String

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let shown = try Round(try workplace.record(round, .round))
        let outcome = RoundOutcome(shown, visible)
        let reasons = try workplace.texts(ofAttachments: outcome.passedOver.compactMap { $0.ranked?.reason })
        let own = workplace.agency
        return Answer(outcome.json(reasons: reasons)) { language in
            Presenter(visible, own: own, language: language).report(outcome, reasons: reasons)
        }
    }
}

/// `round print`
struct RoundPrint: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "print",
        abstract: "The transfer plan (Dokumen Rencana Mutasi) of a round as a page to print.",
        discussion: """
            Example: mutasi-coordinator round print 3fa2c1 --html plan.html

            With the eight aspects of Peraturan BKN 5/2019 Ps 2 and the list of the newest frozen version, or of one by --number. \
            Without --html it is shown here.
            """)

    @Argument(help: "The round, or the end of its id.")
    var round: String

    @Option(help: ArgumentHelp("The frozen version to print.", valueName: "n"))
    var number: Int?

    @Option(help: ArgumentHelp("Write it as a page to print.", valueName: "file"))
    var html: String?

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let shown = try Round(try workplace.record(round, .round))
        let version = number.map { wanted in shown.versions.first { $0.number == wanted } } ?? shown.versions.last
        if let number, version == nil {
            throw CommandError(
                .badArgument, Sentence("Versi {n} tidak ada.", "There is no version {n}."),
                advice: Sentence("Lihat round show.", "See round show."), values: [("n", "\(number)")])
        }
        let texts = try workplace.texts(ofAttachments: Array(shown.aspects.values))
        let own = workplace.agency
        let page: @Sendable (Language) -> Page = { language in
            Presenter(visible, own: own, language: language).plan(shown, version, texts: texts)
        }
        let json = JSONValue.object([
            ("round", .string(shown.id.text)), ("version", .optional(version?.number)), ("file", .optional(html)),
        ])
        guard let html else { return Answer(json, page: page) }
        let language = workplace.language
        let title = Sentence("Dokumen Rencana Mutasi", "Transfer plan")[language] + ": " + shown.title
        try CommandFile.write(Array(page(language).html(title: title, language).utf8), to: html)
        return Answer(json) { language in
            Page([
                .paragraph(
                    Sentence("Dokumen ditulis ke {file}.", "The document is written to {file}.").text(
                        language, [("file", html)]))
            ])
        }
    }
}
