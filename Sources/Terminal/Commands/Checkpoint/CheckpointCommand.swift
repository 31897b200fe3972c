import ArgumentParser

/// `checkpoint`: the journal's signed heads that this node keeps, and those that others were shown.
public struct CheckpointCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: "The coordinator's signed word on its journal: show it, hand it on, compare it with another's.",
        discussion: """
            Two agencies that compare their checkpoints notice a coordinator that tells them different stories.
            """,
        subcommands: [CheckpointShow.self, CheckpointExport.self, CheckpointCheck.self],
        defaultSubcommand: CheckpointShow.self)

    public init() {}
}
