import ArgumentParser
import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol
import Terminal

/// `round …`: the BKD's rounds.
struct RoundCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "round",
        abstract: "Rounds: goals, the list by line numbers, its frozen versions, changes, report, plan.",
        discussion: "Example: mutasi-coordinator round list",
        subcommands: [
            RoundOpen.self, RoundCandidatesCommand.self, RoundFill.self, RoundLines.self, RoundFreeze.self,
            RoundChange.self, RoundUndo.self, RoundClose.self,
            RoundList.self, RoundShow.self, RoundReport.self, RoundPrint.self,
        ],
        defaultSubcommand: RoundList.self)
}

/// `round open`
struct RoundOpen: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Open a round from a file with its goals, calendar and the eight aspects of the plan.",
        discussion: """
            Example: mutasi-coordinator round open round.json

            The file: {"title":"Gelombang I 2026","goals":[{"code":"loket","title":"Counters staffed","target":12,"before":7}],
            "calendar":[{"step":"list to the board","date":"2026-02-02"}],"aspects":{"competence":"…","career-pattern":"…",
            "mapping":"…","succession":"…","development":"…","performance":"…","need":"…","nature":"…"}}
            """)

    @Argument(help: "The file.")
    var file: String

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let file = try CommandFile.json(file, maxBytes: Operation.byteLimit)
        var attachments: [Attachment] = []
        let aspects = (file["aspects"]?.members ?? []).map { name, value in
            guard let text = value.string else { return (name, JSONValue(value)) }
            let attached = workplace.attached(text)
            attachments.append(attached.attachment)
            return (name, attached.reference)
        }
        let others = (file.members ?? []).filter { $0.name != "aspects" }.map { ($0.name, JSONValue($0.value)) }
        let body = JSONValue.object([("round", .object(others + [("aspects", .object(aspects))]))])
        return Answer(try await workplace.record(.roundOpen, body, recording, attachments: attachments))
    }
}

/// `round lines`
struct RoundLines: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "lines",
        abstract: "Enter offers on new lines of the list, or strike lines with a reason.",
        discussion: """
            Example: mutasi-coordinator round lines 3fa2c1 --add 7d20e1 --add 51b0aa --remove "4=retires in May"

            A line's number is never given again.
            """)

    @Argument(help: "The round, or the end of its id.")
    var round: String

    @Option(help: ArgumentHelp("An offer to enter; repeat it.", valueName: "offer"))
    var add: [String] = []

    @Option(help: ArgumentHelp("A line to strike, and why; repeat it.", valueName: "line=reason"))
    var remove: [StruckLine] = []

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard !add.isEmpty || !remove.isEmpty else { throw ValidationError("Give --add or --remove.") }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        let round = try workplace.foreseen(round, .round)
        let offers = try workplace.foreseen(.offer)
        var attachments: [Attachment] = []
        let removed = remove.map { one in
            let reason = workplace.attached(one.reason)
            attachments.append(reason.attachment)
            return JSONValue.object([("line", .integer(one.line)), ("reason", reason.reference)])
        }
        let added = try add.map { JSONValue.string(try ShortID.find($0, among: offers, by: \.id).id.text) }
        let body = JSONValue.object([("add", .array(added)), ("remove", .array(removed))])
        return Answer(
            try await workplace.record(.roundList, on: round.id, body, recording, attachments: attachments))
    }
}

/// `LINE=REASON` on a command line.
struct StruckLine: ExpressibleByArgument {
    var line: Int
    var reason: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let line = Int(parts[0]) else { return nil }
        self.line = line
        reason = parts[1]
    }
}
