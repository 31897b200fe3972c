import ArgumentParser
import Negotiation
import StrictJSON

/// `handover`: for who takes over.
public struct HandoverCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "handover",
        abstract: "What a successor has to know.",
        discussion: "Example: mutasi-node handover print --html handover.html",
        subcommands: [HandoverPrint.self], defaultSubcommand: HandoverPrint.self)

    public init() {}
}

/// `handover print`
struct HandoverPrint: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "print",
        abstract: "One sheet for a successor: what is open, dates ahead, where keys and backups are.",
        discussion: """
            Example: mutasi-node handover print --html handover.html

            Changes nothing. Without --html the sheet is shown here. It holds no name, NIP or secret.
            """)

    @Option(help: ArgumentHelp("Write it as a page to print.", valueName: "file"))
    var html: String?

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let handover = try Handover(workplace)
        guard let html else {
            return Answer(handover.json) { handover.page($0) }
        }
        let language = workplace.language
        let title = Sentence("Serah terima {agency}", "Handover {agency}").text(
            language, [("agency", workplace.agency.text)])
        try CommandFile.write(Array(handover.page(language).html(title: title, language).utf8), to: html)
        return Answer(.object([("file", .string(html)), ("handover", handover.json)])) { language in
            Page([
                .paragraph(
                    Sentence("Lembar serah terima ditulis ke {file}.", "The handover sheet is written to {file}.").text(
                        language, [("file", html)]))
            ])
        }
    }
}
