import ArgumentParser

/// `package …`: offers that go together or not at all.
public struct PackageCommand: AsyncParsableCommand {
    /// What every agency may do; the desk's program adds its own.
    public static let acts: [any ParsableCommand.Type] = [
        PackageOpen.self, PackageExchange.self, PackageWithdraw.self, PackageList.self, PackageShow.self,
    ]

    /// What `package` alone does.
    public static let listing: any ParsableCommand.Type = PackageList.self

    public static let configuration = CommandConfiguration(
        commandName: "package",
        abstract: "Offers that are held, decreed and started together or not at all: an exchange, a chain.",
        discussion: "Example: mutasi-node package list",
        subcommands: acts, defaultSubcommand: listing)

    public init() {}
}
