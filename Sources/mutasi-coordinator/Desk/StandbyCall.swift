import ArgumentParser
import Negotiation
import Personnel
import StrictJSON
import Terminal

/// `standby …` with what only the desk may do.
struct DeskStandbyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "standby",
        abstract: "The standby list for secondments: look, call somebody.",
        discussion: "Example: mutasi-coordinator standby list",
        subcommands: [StandbyCall.self] + StandbyCommand.acts, defaultSubcommand: StandbyCommand.listing)
}

/// `standby call`: offer, hold, opinions, order and transfer by one operation.
struct StandbyCall: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "call",
        abstract: "Send somebody of the standby list to an open vacancy, by one order.",
        discussion: """
            Example: mutasi-coordinator standby call 0c7d55 --vacancy 9c41f2 --start 2026-02-02 --return 2026-02-27 \
            --number 800.1.11/12 --date 2026-01-30 --signer "Kepala BKPP" --standing definitif --opinion ppk=800/3

            Home has agreed when it posted the entry, the receiving agency when it opened the vacancy. Refused outside the months \
            and beyond the days of the entry, and where the unit that lends would fall below what a donor keeps of its published \
            need, or is in a rush itself (R23); where nothing is published, the BKD decides with --reason. An opinion that the route asks for is given with its number; it bears the order's \
            date and signer.
            """)

    @Argument(help: "The entry, or the end of its id.")
    var standby: String

    @Option(help: ArgumentHelp("The vacancy, or the end of its id.", valueName: "id"))
    var vacancy: String

    @Option(help: ArgumentHelp("The first day there.", valueName: "yyyy-mm-dd"))
    var start: CivilDate

    @Option(help: ArgumentHelp("The day of the return.", valueName: "yyyy-mm-dd"))
    var `return`: CivilDate

    @Option(help: ArgumentHelp("The order's number.", valueName: "number"))
    var number: String

    @Option(help: ArgumentHelp("The order's date.", valueName: "yyyy-mm-dd"))
    var date: CivilDate

    @Option(help: ArgumentHelp("Who signed it.", valueName: "name"))
    var signer: String

    @Option(help: ArgumentHelp("In what standing.", valueName: "standing"))
    var standing: String

    @Option(help: ArgumentHelp("An opinion of the route and its number; repeat it.", valueName: "code=number"))
    var opinion: [NumberedOpinion] = []

    @Option(help: "Why the person goes although nobody can say that her unit stays whole.")
    var reason: String?

    @Flag(help: "The signer declares to have no conflict of interest.")
    var noConflict = false

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let record = try workplace.foreseen(standby, .standby)
        let vacancy = try workplace.foreseen(vacancy, .vacancy)
        func paper(_ number: String) -> [(String, JSONValue)] {
            [
                ("number", .string(number)), ("date", .string(date.iso)), ("signer", .string(signer)),
                ("standing", .string(standing)),
            ] + (noConflict ? [("conflict", .boolean(false))] : [])
        }
        let reason = reason.map(workplace.attached)
        let opinions = opinion.map { JSONValue.object([("type", .string($0.code))] + paper($0.number)) }
        let call: [(String, JSONValue)] =
            [
                ("vacancy", .string(vacancy.id.text)), ("start", .string(start.iso)), ("return", .string(`return`.iso)),
            ] + paper(number) + (opinions.isEmpty ? [] : [("opinions", .array(opinions))])
            + (reason.map { [("reason", $0.reference)] } ?? [])
        return Answer(
            try await workplace.record(
                .standbyCall, on: record.id, .object([("call", .object(call))]), recording,
                attachments: reason.map { [$0.attachment] } ?? []))
    }
}

/// `CODE=NUMBER` on a command line.
struct NumberedOpinion: ExpressibleByArgument {
    var code: String
    var number: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        code = parts[0]
        number = parts[1]
    }
}
