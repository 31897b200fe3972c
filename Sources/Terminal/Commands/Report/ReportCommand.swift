import ArgumentParser
import Negotiation
import Personnel
import StrictJSON

/// `report …`: what the desk owes those who ask.
public struct ReportCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Reports for an auditor.",
        discussion: "Example: mutasi-coordinator report semester 2026-01-01 2026-06-30",
        subcommands: [ReportSemester.self], defaultSubcommand: ReportSemester.self)

    public init() {}
}

/// `report semester`
struct ReportSemester: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "semester",
        abstract:
            "Every decree of a span of days with its basis and its rules as of then, and what did not go as proposed.",
        discussion: """
            Example: mutasi-coordinator report semester 2026-01-01 2026-06-30 --html report.html

            Findings are those that were stored with each decree; nothing is computed anew. Lines are told by card, without names.
            """)

    @Argument(help: "The first day.")
    var from: CivilDate

    @Argument(help: "The last day.")
    var to: CivilDate

    @Option(help: ArgumentHelp("Write it as a page to print.", valueName: "file"))
    var html: String?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard from <= to else { throw ValidationError("Give the first day before the last.") }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        let report = SemesterReport(from: from, to: to, records: try workplace.visible())
        let own = workplace.agency
        let reasons = try workplace.texts(ofAttachments: report.reasons)
        if let html {
            let language = workplace.language
            let page = report.page(Presenter(report.records, own: own, language: language), reasons: reasons)
            try CommandFile.write(Array(page.html(title: "\(from.iso) – \(to.iso)", language).utf8), to: html)
        }
        return Answer(report.json(reasons: reasons)) {
            report.page(Presenter(report.records, own: own, language: $0), reasons: reasons)
        }
    }
}
