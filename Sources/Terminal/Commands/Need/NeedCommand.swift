import ArgumentParser
import NodeKit

/// `need …` at an agency: what its units need and have, what lies ahead, and what it tells the region of it.
public struct NeedCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "need",
        abstract: "What units need and have: today, in the months ahead, the floor that must stay, what is published.",
        discussion: "Example: mutasi-node need show --short",
        subcommands: [NeedShow.self, NeedForecastCommand.self, NeedFloor.self, NeedPublish.self],
        defaultSubcommand: NeedShow.self)

    /// What the desk has.
    public static let looks: [any ParsableCommand.Type] = [NeedShow.self, NeedForecastCommand.self]
    public static let listing: any ParsableCommand.Type = NeedShow.self

    public init() {}
}
