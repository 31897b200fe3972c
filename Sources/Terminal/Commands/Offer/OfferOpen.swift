import ArgumentParser
import Negotiation
import StrictJSON

/// `offer open`: the desk brings a card and a vacancy together, where the route lets it.
struct OfferOpen: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Open an offer yourself, on a route that lets the BKD; nobody has agreed to it yet.",
        discussion: """
            Examples:
              mutasi-coordinator offer open --card 51b0aa --vacancy 9c41f2 --start 2026-03-01
              mutasi-coordinator offer open --card 51b0aa --vacancy 9c41f2 --start 2026-03-01 --request 4be091

            On a route that hides an offer until the decree, neither agency sees it before. The home registry's findings come from \
            its card check; the decree waits for them.
            """)

    @Option(help: ArgumentHelp("The card, or the end of its id.", valueName: "card"))
    var card: String

    @Option(help: ArgumentHelp("The vacancy, or the end of its id.", valueName: "id"))
    var vacancy: String

    @Option(help: ArgumentHelp("The person's own request that it follows.", valueName: "request"))
    var request: String?

    @OptionGroup var terms: TermsOptions
    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let card = try workplace.foreseen(card, .card)
        let vacancy = try workplace.foreseen(vacancy, .vacancy)
        let request = try request.map { try workplace.foreseen($0, .request).id }
        let body = JSONValue.offer(
            card: card.id, vacancy: vacancy.id, terms: try terms.terms(workplace), sheet: nil, request: request)
        return Answer(try await workplace.record(.offerOpen, body, recording))
    }
}
