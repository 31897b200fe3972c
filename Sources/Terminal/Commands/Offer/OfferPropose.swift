import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// `offer propose`: the card's agency offers its person, with the rule sheet of its staff data.
struct OfferPropose: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose",
        abstract: "Offer one of your people for a vacancy.",
        discussion: """
            Example: mutasi-node offer propose --card 198501012010011001 --vacancy 9c41f2 --start 2026-03-01

            The node with the staff data checks every rule and sends what it found, never the data. Look first: match.
            """)

    @Option(help: ArgumentHelp("The card: the end of its id, or its person's NIP.", valueName: "card-or-nip"))
    var card: String

    @Option(help: ArgumentHelp("The vacancy, or the end of its id.", valueName: "id"))
    var vacancy: String

    @Option(help: ArgumentHelp("The person's own request that it follows.", valueName: "request"))
    var request: String?

    @OptionGroup var terms: TermsOptions
    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let card = try workplace.card(card)
        let vacancy = try Vacancy(try workplace.foreseen(vacancy, .vacancy))
        let policy = try workplace.policy()
        let terms = try terms.terms(workplace)
        let route = policy.route(vacancy.route)
        // Without a route in today's policy there are no rules to check, and the preview says so.
        let sheet = try (workplace.onBehalf == nil ? route : nil).map { route in
            try workplace.ruleSheet(card: card, vacancy: vacancy, route: route, policy: policy, terms: terms)
        }
        let request = try request.map { try workplace.foreseen($0, .request).id }
        let body = JSONValue.offer(
            card: card, vacancy: vacancy.id, terms: terms, sheet: sheet, request: request)
        return Answer(try await workplace.record(.offerPropose, body, recording))
    }
}

/// `offer ask`: the vacancy's agency asks for an open card.
struct OfferAsk: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Ask for someone from the pool of open cards, or for who asked to come to you.",
        discussion: """
            Examples:
              mutasi-node offer ask --card 51b0aa --vacancy 9c41f2 --start 2026-03-01
              mutasi-node offer ask --card 51b0aa --vacancy 9c41f2 --start 2026-03-01 --request 4be091

            A card that is not open you see and ask for by its person's request, as long as that names your agency and is open. \
            Who it is you learn when the home agency agrees and discloses. See the pool: card list --pool.
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
        let card = try Card(try workplace.foreseen(card, .card))
        let vacancy = try Vacancy(try workplace.foreseen(vacancy, .vacancy))
        let policy = try workplace.policy()
        let terms = try terms.terms(workplace)
        var sheet: JSONValue?
        if card.agency == workplace.agency, workplace.onBehalf == nil, let route = policy.route(vacancy.route) {
            sheet = try workplace.ruleSheet(
                card: card.id, vacancy: vacancy, route: route, policy: policy, terms: terms)
        }
        let request = try request.map { try workplace.foreseen($0, .request).id }
        let body = JSONValue.offer(
            card: card.id, vacancy: vacancy.id, terms: terms, sheet: sheet, request: request)
        return Answer(try await workplace.record(.offerAsk, body, recording))
    }
}

extension JSONValue {
    /// The body of an operation that opens an offer after a request, with nothing in its terms but the start.
    public static func offer(card: RecordID, vacancy: RecordID, start: CivilDate, request: RecordID) -> JSONValue {
        offer(card: card, vacancy: vacancy, terms: OfferTerms(start: start), sheet: nil, request: request)
    }

    /// The body of an operation that makes an offer.
    static func offer(
        card: RecordID, vacancy: RecordID, terms: OfferTerms, sheet: JSONValue?, request: RecordID?
    ) -> JSONValue {
        .object([
            (
                "offer",
                .members([
                    ("card", .string(card.text)), ("vacancy", .string(vacancy.text)),
                    ("terms", .members(terms.members)), ("sheet", sheet),
                    ("request", request.map { .string($0.text) }),
                ])
            )
        ])
    }
}
