import ArgumentParser
import Negotiation

/// `conflict …`: two edits of one record that cannot both stand.
public struct ConflictCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "conflict",
        abstract: "Edits that collide: look and choose.",
        discussion: "Example: mutasi-node conflict list",
        subcommands: [ConflictList.self, ConflictShow.self, ConflictResolve.self],
        defaultSubcommand: ConflictList.self)

    public init() {}
}

/// `conflict list`
struct ConflictList: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Conflicts that wait for someone to choose, resolved ones too when all are asked for.",
        discussion: "Example: mutasi-node conflict list")

    @Flag(help: "Resolved ones too.")
    var all = false

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let shown = visible.conflicts.filter { all || $0.ended == nil }
        return workplace.list(.conflict, shown.map(\.id), visible) { $0.conflicts(shown) }
    }
}

/// `conflict show`
struct ConflictShow: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One conflict: what was, what each side wanted, and how to choose.",
        discussion: "Example: mutasi-node conflict show c1d9a4")

    @Argument(help: "The conflict, or the end of its id.")
    var conflict: String

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let record = try workplace.record(conflict, .conflict)
        let shown = try Conflict(record)
        return try workplace.show(record.id, visible) { $0.conflict(shown) }
    }
}
