import ArgumentParser
import Negotiation
import Personnel
import StrictJSON

/// `document issue`: one document, a line for each offer; all lines apply or none.
struct DocumentIssue: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: "Enter an opinion, an approval or a decree about offers that hold their seat.",
        discussion: """
            Example: mutasi-coordinator document issue --type sk-mutasi --number 800/31/2026 --date 2026-02-10 \
            --signer "Walikota Semarang" --standing walikota --line 7d20e1 --line 51b0aa

            The type is a code of the offers' route; todo says which one is next. Lines name the terms as they stand.
            """)

    @Option(help: ArgumentHelp("An opinion's or the ending document's code of the route.", valueName: "code"))
    var type: String

    @Option(help: ArgumentHelp("The document's number.", valueName: "number"))
    var number: String

    @Option(help: ArgumentHelp("Its date.", valueName: "yyyy-mm-dd"))
    var date: CivilDate

    @Option(help: ArgumentHelp("Who signed.", valueName: "name"))
    var signer: String

    @Option(help: ArgumentHelp("In what standing.", valueName: "standing"))
    var standing: String

    @Option(help: ArgumentHelp("An offer that it favours; may repeat.", valueName: "offer"))
    var line: [String] = []

    @Option(help: ArgumentHelp("An offer that it strikes; may repeat.", valueName: "offer"))
    var struck: [String] = []

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (1...Document.lineLimit).contains(line.count + struck.count) else {
            throw ValidationError("Give 1 to \(Document.lineLimit) offers with --line or --struck.")
        }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        let offers = try workplace.foreseen(.offer)
        let lines =
            try line.map { try Self.line($0, "favourable", offers) }
            + struck.map { try Self.line($0, "struck", offers) }
        let body = JSONValue.object([
            (
                "document",
                .object([
                    ("type", .string(type)), ("number", .string(number)), ("date", .string(date.iso)),
                    ("signer", .string(signer)), ("standing", .string(standing)), ("lines", .array(lines)),
                ])
            )
        ])
        return Answer(try await workplace.record(.documentIssue, body, recording))
    }

    private static func line(_ typed: String, _ result: String, _ offers: [Record]) throws -> JSONValue {
        let record = try ShortID.find(typed, among: offers, by: \.id)
        let terms = try Offer(record).terms.version
        return .object([("offer", .string(record.id.text)), ("terms", .integer(terms)), ("result", .string(result))])
    }
}
