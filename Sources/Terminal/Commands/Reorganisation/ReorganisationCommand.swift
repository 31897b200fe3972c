import ArgumentParser
import Negotiation
import StrictJSON

/// `reorganisation …` at an agency: look, and start the people who came over.
public struct ReorganisationCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "reorganisation",
        abstract: "Units that go over to another agency: look, and start the people who came with them.",
        discussion: "Example: mutasi-node reorganisation show 88e4c0",
        subcommands: acts, defaultSubcommand: ReorganisationList.self)

    /// What every program has.
    public static let acts: [any ParsableCommand.Type] = [
        ReorganisationStart.self, ReorganisationList.self, ReorganisationShow.self,
    ]
    public static let listing: any ParsableCommand.Type = ReorganisationList.self

    public init() {}
}

/// `reorganisation list`
struct ReorganisationList: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every reorganisation, and how many of its people have moved.",
        discussion: "Example: mutasi-node reorganisation list")

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let acts = visible.reorganisations
        return workplace.list(.reorganisation, acts.map(\.id), visible) { $0.reorganisations(acts) }
    }
}

/// `reorganisation show`
struct ReorganisationShow: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One reorganisation: its table, and how far its people are confirmed.",
        discussion: "Example: mutasi-node reorganisation show 88e4c0")

    @Argument(help: "The reorganisation, or the end of its id.")
    var reorganisation: String

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let record = try workplace.record(reorganisation, .reorganisation)
        let act = try Reorganisation(record)
        return try workplace.show(record.id, visible) { $0.reorganisation(act) }
    }
}
