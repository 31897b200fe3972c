import ArgumentParser
import Negotiation
import Personnel
import StrictJSON

/// `request answer`
struct RequestAnswer: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer",
        abstract:
            "Answer a request: support it, accept the person, or refuse; with a reason and the date of the answer.",
        discussion: """
            Example: mutasi-node request answer 4be091 refuse --date 2026-01-12 --reason "the unit is at its floor until June"

            The home agency supports or refuses, who is named accepts or refuses. The BKD decides what nobody answered; its refusal \
            ends the request.
            """)

    @Argument(help: "The request, or the end of its id.")
    var request: String

    @Argument(help: "support, accept or refuse.")
    var word: Request.Word

    @Option(help: ArgumentHelp("Why; everybody who sees the request reads it.", valueName: "text"))
    var reason: String

    @Option(help: ArgumentHelp("The date of the answer.", valueName: "yyyy-mm-dd"))
    var date: CivilDate

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard !reason.isEmpty else { throw ValidationError("Give a reason: the person is told it.") }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        let record = try workplace.foreseen(request, .request)
        let reason = workplace.attached(reason)
        let body = JSONValue.object([
            ("says", .string(word.rawValue)), ("date", .string(date.iso)), ("reason", reason.reference),
        ])
        return Answer(
            try await workplace.record(
                .requestAnswer, on: record.id, body, recording, attachments: [reason.attachment]))
    }
}

/// `request withdraw`
struct RequestWithdraw: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "The person takes the request back.",
        discussion: "Example: mutasi-node request withdraw 4be091")

    @Argument(help: "The request, or the end of its id.")
    var request: String

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String?

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let record = try workplace.foreseen(request, .request)
        return Answer(try await workplace.record(.requestWithdraw, on: record.id, because: reason, recording))
    }
}

extension Request.Word: ExpressibleByArgument {}
