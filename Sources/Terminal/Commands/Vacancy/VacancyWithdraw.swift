import ArgumentParser
import Negotiation
import StrictJSON

/// `vacancy withdraw`
struct VacancyWithdraw: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Take a vacancy back; its open offers close with it.",
        discussion: """
            Example: mutasi-node vacancy withdraw 9c41f2 --reason "the unit is merged"

            Refused while an offer holds a seat of it. The reason is seen by everyone who may see the vacancy.
            """)

    @Argument(help: "The vacancy, or the end of its id.")
    var vacancy: String

    @Option(help: ArgumentHelp("Why, in up to 200 bytes.", valueName: "text"))
    var reason: String

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let record = try workplace.foreseen(vacancy, .vacancy)
        return Answer(
            try await workplace.record(
                .vacancyWithdraw, on: record.id, .object([("reason", .string(reason))]), recording))
    }
}
