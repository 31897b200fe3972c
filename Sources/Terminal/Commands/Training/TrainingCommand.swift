import ArgumentParser
import Negotiation
import Personnel
import StrictJSON
import SyncProtocol

/// `training …`: courses that a gap calls for, and their confirmation.
public struct TrainingCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "training",
        abstract: "Training before the new duty: require, confirm, look.",
        discussion: "Example: mutasi-node training list",
        subcommands: [TrainingRequire.self, TrainingConfirm.self, TrainingList.self],
        defaultSubcommand: TrainingList.self)

    public init() {}
}

/// `training require`
struct TrainingRequire: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "require",
        abstract: "Require a course for a competence gap of an offer's person.",
        discussion: """
            Example: mutasi-node training require 7d20e1 --competence MAN-03 --level 3 --hours 20 --provider bkpsdm
            """)

    @Argument(help: "The offer, or the end of its id.")
    var offer: String

    @Option(help: ArgumentHelp("The competence's code.", valueName: "code"))
    var competence: String

    @Option(help: ArgumentHelp("The level to reach, 1 to 5.", valueName: "n"))
    var level: Int

    @Option(help: ArgumentHelp("Training hours (JP).", valueName: "h"))
    var hours: Int

    @Option(help: ArgumentHelp("The agency that gives the course.", valueName: "agency"))
    var provider: String

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let offer = try workplace.foreseen(offer, .offer)
        let body = JSONValue.object([
            (
                "training",
                .object([
                    ("offer", .string(offer.id.text)), ("competence", .string(competence)),
                    ("level", .integer(level)), ("hours", .integer(hours)), ("provider", .string(provider)),
                ])
            )
        ])
        return Answer(try await workplace.record(.trainingRequire, body, recording))
    }
}

/// `training confirm`
struct TrainingConfirm: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "Confirm a course that this agency gave.",
        discussion: "Example: mutasi-node training confirm 3f07bc --hours 20 --date 2026-02-20")

    @Argument(help: "The training, or the end of its id.")
    var training: String

    @Option(help: ArgumentHelp("Hours attended (JP).", valueName: "h"))
    var hours: Int

    @Option(help: ArgumentHelp("The last day of the course.", valueName: "yyyy-mm-dd"))
    var date: CivilDate

    @Option(help: ArgumentHelp("The certificate as a file of up to 256 KiB.", valueName: "file"))
    var certificate: String?

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let record = try workplace.foreseen(training, .training)
        let file = try certificate.map(Attachment.file)
        let body = JSONValue.members([
            ("hours", .integer(hours)), ("date", .string(date.iso)),
            ("certificate", file?.reference),
        ])
        return Answer(
            try await workplace.record(
                .trainingConfirm, on: record.id, body, recording, attachments: file.map { [$0] } ?? []))
    }
}

/// `training list`
struct TrainingList: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Courses that this agency is a party to or gives, open ones unless all are asked for.",
        discussion: "Example: mutasi-node training list --all")

    @Flag(help: "Confirmed ones too.")
    var all = false

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let shown = visible.trainings.filter { all || $0.ended == nil }
        return workplace.list(.training, shown.map(\.id), visible) { $0.trainings(shown) }
    }
}
