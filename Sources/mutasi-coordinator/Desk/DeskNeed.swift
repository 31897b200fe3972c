import ArgumentParser
import Terminal

/// `need …` at the desk: the region, as agencies published it.
struct DeskNeedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "need",
        abstract: "What units of all agencies need and have, and who leaves when, as they published it.",
        discussion: "Example: mutasi-coordinator need show --by agency",
        subcommands: NeedCommand.looks, defaultSubcommand: NeedCommand.listing)
}

/// `surge …` at the desk: rushes that agencies declared, and whom the standby list has for them.
struct DeskSurgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "surge",
        abstract: "Rushes at counters, and whom the standby list has for them.",
        discussion: "Example: mutasi-coordinator surge list",
        subcommands: [SurgeCommand.listing, SurgePeople.self], defaultSubcommand: SurgeCommand.listing)
}
