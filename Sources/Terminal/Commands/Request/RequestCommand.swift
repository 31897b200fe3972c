import ArgumentParser
import Negotiation

/// `request …`: what civil servants ask for themselves.
public struct RequestCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "request",
        abstract: "Requests of civil servants: hand in, answer, withdraw, look.",
        discussion: "Example: mutasi-node request list",
        subcommands: [
            RequestFile.self, RequestAnswer.self, RequestWithdraw.self, RequestList.self, RequestShow.self,
        ],
        defaultSubcommand: RequestList.self)

    public init() {}
}

/// `request list`
struct RequestList: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The requests that this agency may see, those that are open unless all are asked for.",
        discussion: "Example: mutasi-node request list --all")

    @Flag(help: "Those that ended too.")
    var all = false

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let shown = visible.requests.filter { all || $0.ended == nil }
        return workplace.list(.request, shown.map(\.id), visible) { $0.requests(shown) }
    }
}

/// `request show`
struct RequestShow: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "One request: what is wished, who has answered what and why, what has come of it.",
        discussion: "Example: mutasi-node request show 4be091")

    @Argument(help: "The request, or the end of its id.")
    var request: String

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let shown = try Request(try workplace.record(request, .request))
        let reasons = try workplace.texts(ofAttachments: shown.answers.map(\.reason))
        var answer = try workplace.show(shown.id, visible) { $0.request(shown, reasons: reasons) }
        answer.json = Presenter(visible, own: workplace.agency, language: workplace.language)
            .requestJSON(shown, reasons: reasons)
        return answer
    }
}
