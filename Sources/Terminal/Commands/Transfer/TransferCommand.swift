import ArgumentParser

/// `transfer …`: from the decree to the start and after it.
public struct TransferCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "transfer",
        abstract: "From the decree to the start and after it: steps, secondments, objections, look.",
        discussion: "Example: mutasi-node transfer list",
        subcommands: [
            TransferBrief.self, TransferHandover.self, TransferStep.self, TransferStart.self, TransferFile.self,
            TransferExtend.self, TransferRecall.self, TransferNote.self, TransferObject.self, TransferDecide.self,
            TransferCancel.self,
            TransferList.self, TransferShow.self, TransferLate.self, TransferSchedule.self,
        ],
        defaultSubcommand: TransferList.self)

    public init() {}
}
