import ArgumentParser
import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol
import Terminal

/// `round freeze`
struct RoundFreeze: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "freeze",
        abstract: "Keep the list as it is handed over to somebody, with its hash.",
        discussion: "Example: mutasi-coordinator round freeze 3fa2c1 --to \"tim penilai kinerja\"")

    @Argument(help: "The round, or the end of its id.")
    var round: String

    @Option(help: ArgumentHelp("To whom it is handed over.", valueName: "name"))
    var to: String

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let round = try Round(try workplace.foreseen(round, .round))
        let offers = try workplace.foreseen(.offer).map(Offer.init)
        let lines = round.frozen { id in offers.first { $0.id == id } }
        let list = Round.bytes(of: lines)
        let body = JSONValue.object([
            ("to", .string(to)), ("hash", .string(RoundCheck.hash(lines))), ("lines", .verbatim(list)),
        ])
        return Answer(try await workplace.record(.roundFreeze, on: round.id, body, recording))
    }
}

/// `round change`
struct RoundChange: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Put another offer on a line, or strike it, with who asked for it and why.",
        discussion: """
            Examples:
              mutasi-coordinator round change 3fa2c1 --line 4 --offer 51b0aa --ordered "wali kota" --reason "nota dinas 12/2026"
              mutasi-coordinator round change 3fa2c1 --line 7 --strike --ordered BKN --reason "KP 800/44"
            """)

    @Argument(help: "The round, or the end of its id.")
    var round: String

    @Option(help: ArgumentHelp("The line's number.", valueName: "n"))
    var line: Int

    @Option(help: ArgumentHelp("The offer that takes its place.", valueName: "offer"))
    var offer: String?

    @Flag(help: "Nothing takes its place.")
    var strike = false

    @Option(help: ArgumentHelp("Who asked for it.", valueName: "name"))
    var ordered: String?

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (offer == nil) == strike else { throw ValidationError("Give either --offer or --strike.") }
        guard !reason.isEmpty else { throw ValidationError("Give a reason.") }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        let round = try Round(try workplace.foreseen(round, .round))
        let now = try offer.map { try workplace.foreseen($0, .offer).id }
        let reason = workplace.attached(reason)
        var body: [(String, JSONValue)] = [("line", .integer(line)), ("reason", reason.reference)]
        body += round.line(line)?.offer.map { [("was", .string($0.text))] } ?? []
        body += now.map { [("now", .string($0.text))] } ?? []
        body += ordered.map { [("ordered", .string($0))] } ?? []
        return Answer(
            try await workplace.record(
                .roundChange, on: round.id, .object(body), recording, attachments: [reason.attachment]))
    }
}

/// `round undo`
struct RoundUndo: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take a change back: the line is as it was before, and the change stays in the record.",
        discussion:
            "Example: mutasi-coordinator round undo 3fa2c1 --change 2 --reason \"the board kept the first proposal\"")

    @Argument(help: "The round, or the end of its id.")
    var round: String

    @Option(help: ArgumentHelp("The change's number, as round show has it.", valueName: "n"))
    var change: Int

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let round = try workplace.foreseen(round, .round)
        let reason = workplace.attached(reason)
        let body = JSONValue.object([("change", .integer(change)), ("reason", reason.reference)])
        return Answer(
            try await workplace.record(.roundUndo, on: round.id, body, recording, attachments: [reason.attachment]))
    }
}

/// `round close`
struct RoundClose: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "End a round, with what its goals have come to.",
        discussion: "Example: mutasi-coordinator round close 3fa2c1 --result loket=11")

    @Argument(help: "The round, or the end of its id.")
    var round: String

    @Option(help: ArgumentHelp("A goal's code and its number now; repeat it.", valueName: "code=n"))
    var result: [GoalResult] = []

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let round = try workplace.foreseen(round, .round)
        let results = result.map { JSONValue.object([("code", .string($0.code)), ("after", .integer($0.number))]) }
        let body = JSONValue.object(results.isEmpty ? [] : [("results", .array(results))])
        return Answer(try await workplace.record(.roundClose, on: round.id, body, recording))
    }
}

/// `CODE=N` on a command line.
struct GoalResult: ExpressibleByArgument {
    var code: String
    var number: Int

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let number = Int(parts[1]) else { return nil }
        code = parts[0]
        self.number = number
    }
}
