import ArgumentParser
import Negotiation
import Personnel
import StrictJSON

/// `transfer extend`
struct TransferExtend: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "extend",
        abstract: "Ask for a later return from a secondment, or agree to the one that was asked for.",
        discussion: """
            Example: mutasi-node transfer extend 88e4c0 --return 2026-08-31

            It counts once both agencies name the same day. The BKD decides alone, with the letter's --number and --date.
            """)

    @OptionGroup var arguments: TransferArguments

    @Option(help: ArgumentHelp("The new day back.", valueName: "yyyy-mm-dd"))
    var `return`: CivilDate

    @Option(help: ArgumentHelp("Number of the letter of assignment, at the BKD.", valueName: "number"))
    var number: String?

    @Option(help: ArgumentHelp("The letter's date.", valueName: "yyyy-mm-dd"))
    var date: CivilDate?

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        var body: [(String, JSONValue)] = [("return", .string(`return`.iso))]
        body += number.map { [("number", .string($0))] } ?? []
        body += date.map { [("date", .string($0.iso))] } ?? []
        return try await workplace.step(.transferExtend, arguments, body)
    }
}

/// `transfer recall`
struct TransferRecall: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "recall",
        abstract: "End a secondment before its time.",
        discussion: """
            Example: mutasi-node transfer recall 88e4c0 --date 2026-05-04 --reason "own counter closed"

            Either agency may, and the BKD. The date is the day back in the own post.
            """)

    @OptionGroup var arguments: TransferArguments

    @Option(help: ArgumentHelp("The day back.", valueName: "yyyy-mm-dd"))
    var date: CivilDate

    @Option(help: ArgumentHelp("Why; the other agency and the BKD read it.", valueName: "text"))
    var reason: String?

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        try await workplace.step(
            .transferRecall, arguments, [("date", .string(date.iso))], reason.map { ("reason", $0) })
    }
}

/// `transfer note`
struct TransferNote: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "note",
        abstract: "Say how the person did on a secondment; the home agency reads it for the appraisal.",
        discussion: "Example: mutasi-node transfer note 88e4c0 --text \"served 40 people a day, no complaint\"")

    @OptionGroup var arguments: TransferArguments

    @Option(help: ArgumentHelp("What you say.", valueName: "text"))
    var text: String

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        try await workplace.step(.transferNote, arguments, [], ("note", text))
    }
}
