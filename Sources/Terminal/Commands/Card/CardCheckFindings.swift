import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// `card check`: what the staff data says of a person against a route, before there is an offer.
struct CardCheckFindings: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a person against a kind of move and send what was found to the BKD, before there is an offer.",
        discussion: """
            Example: mutasi-node card check 198501012010011001 --route rotasi

            For moves that the BKD opens itself: its decree waits for these findings. What depends on the post is left for a person \
            to see; nothing of the staff data is sent.
            """)

    @Argument(help: "The NIP, or the card, or the end of its id.")
    var card: String

    @Option(help: ArgumentHelp("A route's code of today's policy.", valueName: "code"))
    var route: String

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let card = try workplace.ownCard(card)
        let policy = try workplace.policy()
        // Without the route in today's policy there is nothing to check, and the preview says so.
        let sheet = try policy.route(route).map { try workplace.checkSheet(card: card, route: $0, policy: policy) }
        let body = JSONValue.members([("route", .string(route)), ("sheet", sheet)])
        return Answer(try await workplace.record(.cardCheck, on: card, body, recording))
    }
}
