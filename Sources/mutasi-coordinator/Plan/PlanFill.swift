import ArgumentParser
import Terminal

/// `plan fill`
struct PlanFill: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "fill",
        abstract:
            "Fill the round's list: open the seats that people leave, the offers and packages, and enter the lines.",
        discussion: """
            Example: mutasi-coordinator plan fill a

            Chains and exchanges come out as packages: held, approved, decreed and started together or not at all. Run again, it does \
            what is missing.
            """)

    @Argument(help: "The variant's name.")
    var name: String

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        var filling = PlanFilling(workplace, try PlanDesk(workplace).report(name), anyway: recording.anyway)
        return try await filling.record(sync: recording.sync)
    }
}
