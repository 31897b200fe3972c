import ArgumentParser
import Negotiation
import Personnel
import StrictJSON

/// `transfer object`
struct TransferObject: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "object",
        abstract: "Enter the person's objection to the decree, with the dates that stand on its paper.",
        discussion: """
            Example: mutasi-node transfer object 88e4c0 --received 2026-02-16 --filed 2026-02-27 --number 01/K/2026

            The time counts from the stated receipt of the extract, however late it is entered here. It stops nothing by itself.
            """)

    @OptionGroup var arguments: TransferArguments

    @Option(help: ArgumentHelp("The day on which the person received the extract.", valueName: "yyyy-mm-dd"))
    var received: CivilDate

    @Option(help: ArgumentHelp("The day on which the objection was handed in.", valueName: "yyyy-mm-dd"))
    var filed: CivilDate

    @Option(help: ArgumentHelp("Its number.", valueName: "number"))
    var number: String?

    @Option(help: ArgumentHelp("What it says.", valueName: "text"))
    var text: String?

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        var body: [(String, JSONValue)] = [("received", .string(received.iso)), ("filed", .string(filed.iso))]
        body += number.map { [("number", .string($0))] } ?? []
        return try await workplace.step(.transferObject, arguments, body, text.map { ("text", $0) })
    }
}

/// `transfer decide`
struct TransferDecide: OperatorCommand {
    /// What becomes of the objection.
    enum Word: String, ExpressibleByArgument, CaseIterable {
        case suspend
        case resume
        case uphold
        case reject
    }

    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Record what the appointing authority says of an objection; the BKD's right alone.",
        discussion: """
            Example: mutasi-coordinator transfer decide 88e4c0 reject --number 800/9 --date 2026-03-10 --reason "in time, unfounded"

            suspend and resume hold the start until the decision, and need neither number nor reason.
            """)

    @OptionGroup var arguments: TransferArguments

    @Argument(help: "suspend, resume, uphold or reject.")
    var word: Word

    @Option(help: ArgumentHelp("Number of the decision.", valueName: "number"))
    var number: String?

    @Option(help: ArgumentHelp("Its date.", valueName: "yyyy-mm-dd"))
    var date: CivilDate?

    @Option(help: ArgumentHelp("The reason; both agencies read it.", valueName: "text"))
    var reason: String?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        let isDecision = word == .uphold || word == .reject
        guard !isDecision || (number != nil && date != nil && reason != nil) else {
            throw ValidationError("Give --number, --date and --reason of the decision.")
        }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        guard let number, let date, let reason, word == .uphold || word == .reject else {
            return try await workplace.step(.transferDecide, arguments, [("suspends", .boolean(word == .suspend))])
        }
        return try await workplace.step(
            .transferDecide, arguments,
            [
                ("upheld", .boolean(word == .uphold)), ("number", .string(number)), ("date", .string(date.iso)),
            ], ("reason", reason))
    }
}
