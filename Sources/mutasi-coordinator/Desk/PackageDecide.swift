import ArgumentParser
import Negotiation
import StrictJSON
import SyncProtocol
import Terminal

/// `package …` with what only the desk may do.
struct DeskPackageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "package",
        abstract: "Packages: open, split, re-plan, close, look.",
        discussion: "Example: mutasi-coordinator package list",
        subcommands: [PackageDecide.self] + PackageCommand.acts, defaultSubcommand: PackageCommand.listing)
}

/// `package decide`: what becomes of a package, most often one that stopped.
struct PackageDecide: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Split, re-plan or close a package.",
        discussion: """
            Examples:
              mutasi-coordinator package decide 33c0de split --reason "the third line was struck"
              mutasi-coordinator package decide 33c0de replan --remove 7d20e1 --add 51b0aa --reason "another candidate"

            split: its offers go on alone; those whose seat nobody leaves any more are closed. replan: it goes on with \
            other offers, before the decree only. close: all its offers and transfers end.
            """)

    /// What the reducer understands.
    enum How: String, ExpressibleByArgument, CaseIterable {
        case split, replan, close
    }

    @Argument(help: "The package, or the end of its id.")
    var package: String

    @Argument(help: "split, replan or close.")
    var how: How

    @Option(help: ArgumentHelp("An offer that leaves it; may repeat.", valueName: "offer"))
    var remove: [String] = []

    @Option(help: ArgumentHelp("An offer that comes in; may repeat.", valueName: "offer"))
    var add: [String] = []

    @Option(help: ArgumentHelp("Why; every party reads it.", valueName: "text"))
    var reason: String

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard !reason.isEmpty else { throw ValidationError("Give a reason: every party reads it.") }
        guard how == .replan || (remove.isEmpty && add.isEmpty) else {
            throw ValidationError("--remove and --add go with replan.")
        }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        let record = try workplace.foreseen(package, .package)
        func ids(_ typed: [String]) throws -> JSONValue? {
            let ids = try typed.map { JSONValue.string(try workplace.foreseen($0, .offer).id.text) }
            return ids.isEmpty ? nil : .array(ids)
        }
        let reason = workplace.attached(reason)
        let body = JSONValue.members([
            ("how", .string(how.rawValue)), ("reason", reason.reference), ("remove", try ids(remove)),
            ("add", try ids(add)),
        ])
        return Answer(
            try await workplace.record(
                .packageDecide, on: record.id, body, recording, attachments: [reason.attachment]))
    }
}
