import ArgumentParser

/// `transfer …`: from the decree to the start.
public struct TransferCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "transfer",
        abstract: "From the decree to the start: steps, start, look.",
        discussion: "Example: mutasi-node transfer list",
        subcommands: [
            TransferBrief.self, TransferHandover.self, TransferStart.self, TransferFile.self, TransferCancel.self,
            TransferList.self, TransferShow.self,
        ],
        defaultSubcommand: TransferList.self)

    public init() {}
}
