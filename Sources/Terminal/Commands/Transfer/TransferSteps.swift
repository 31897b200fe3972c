import ArgumentParser
import Negotiation
import Personnel
import StrictJSON

/// What every step of a transfer takes.
struct TransferArguments: ParsableArguments {
    @Argument(help: "The transfer, or the end of its id.")
    var transfer: String

    @OptionGroup var recording: RecordingOptions
}

/// `transfer brief`
struct TransferBrief: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "brief",
        abstract: "Note that the person was briefed.",
        discussion: "Example: mutasi-node transfer brief 88e4c0 --date 2026-02-25")

    @OptionGroup var arguments: TransferArguments

    @Option(help: ArgumentHelp("The day of the briefing.", valueName: "yyyy-mm-dd"))
    var date: CivilDate

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        try await workplace.step(.transferBrief, arguments, [("date", .string(date.iso))])
    }
}

/// `transfer handover`
struct TransferHandover: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "handover",
        abstract: "Note that the old duties were handed over.",
        discussion: "Example: mutasi-node transfer handover 88e4c0 --date 2026-02-27")

    @OptionGroup var arguments: TransferArguments

    @Option(help: ArgumentHelp("The day of the handover.", valueName: "yyyy-mm-dd"))
    var date: CivilDate

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        try await workplace.step(.transferHandover, arguments, [("date", .string(date.iso))])
    }
}

/// `transfer step`
struct TransferStep: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "step",
        abstract: "Note that a step of the route was done, before the start or after it.",
        discussion: """
            Example: mutasi-node transfer step 88e4c0 pay-statement --date 2026-03-05

            Which steps there are, and whose they are, stands in transfer show.
            """)

    @OptionGroup var arguments: TransferArguments

    @Argument(help: "The step's code.")
    var step: String

    @Option(help: ArgumentHelp("The day on which it was done.", valueName: "yyyy-mm-dd"))
    var date: CivilDate

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        try await workplace.step(
            .transferStep, arguments, [("step", .string(step)), ("date", .string(date.iso))])
    }
}

/// `transfer start`
struct TransferStart: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "start",
        abstract: "Note the start letter (SPMT): the person is here.",
        discussion: """
            Example: mutasi-node transfer start 88e4c0 --date 2026-03-02 --number 800/117/2026

            Possible when every step is done, from the agreed day on. The staff data of both agencies follows by itself.
            """)

    @OptionGroup var arguments: TransferArguments

    @Option(help: ArgumentHelp("The day of the start.", valueName: "yyyy-mm-dd"))
    var date: CivilDate

    @Option(help: ArgumentHelp("The start letter's number.", valueName: "number"))
    var number: String

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        try await workplace.step(
            .transferStart, arguments, [("date", .string(date.iso)), ("number", .string(number))])
    }
}

/// `transfer cancel`
struct TransferCancel: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Cancel a transfer before its start; the BKD's right alone.",
        discussion: "Example: mutasi-coordinator transfer cancel 88e4c0 --reason \"decree revoked, 800/120/2026\"")

    @OptionGroup var arguments: TransferArguments

    @Option(help: ArgumentHelp("Why, in up to 200 bytes.", valueName: "text"))
    var reason: String

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        try await workplace.step(.transferCancel, arguments, [("reason", .string(reason))])
    }
}

extension Workplace {
    func step(
        _ kind: OperationKind, _ arguments: TransferArguments, _ body: [(String, JSONValue)]
    ) async throws -> Answer {
        try await step(kind, arguments, body, nil)
    }

    /// The same with a text that goes along as an attachment, under the member's name.
    func step(
        _ kind: OperationKind, _ arguments: TransferArguments, _ body: [(String, JSONValue)],
        _ text: (member: String, text: String)?
    ) async throws -> Answer {
        let transfer = try foreseen(arguments.transfer, .transfer)
        let attached = text.map { ($0.member, self.attached($0.text)) }
        let members = body + (attached.map { [($0.0, $0.1.reference)] } ?? [])
        return Answer(
            try await record(
                kind, on: transfer.id, .object(members), arguments.recording,
                attachments: attached.map { [$0.1.attachment] } ?? []))
    }
}
