import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import StrictJSON
import SyncProtocol

/// `request file`
struct RequestFile: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "file",
        abstract: "Hand in a person's own signed request, or one to exchange places with somebody who asked too.",
        discussion: """
            Examples:
              mutasi-node request file --card 198501012010011001 --route R --district Tembalang --letter-date 2026-01-05
              mutasi-node request file --card 51b0aa --route R --exchange 4be091 --letter-date 2026-01-05

            Wishes are given best first. By the home agency, or at the BKD's desk. Who is named with --to, or whose person it would be \
            exchanged with, sees the request and is asked.
            """)

    @Option(help: ArgumentHelp("The card: the end of its id, or its person's NIP.", valueName: "card-or-nip"))
    var card: String

    @Option(help: ArgumentHelp("The kind of move: a route of the policy.", valueName: "code"))
    var route: String

    @Option(help: ArgumentHelp("A post's id that is wished; repeat it.", valueName: "id"))
    var post: [String] = []

    @Option(help: ArgumentHelp("An agency that is wished; repeat it.", valueName: "code"))
    var agency: [String] = []

    @Option(help: ArgumentHelp("A district that is wished; repeat it.", valueName: "name"))
    var district: [String] = []

    @Option(help: ArgumentHelp("The agency that the person names.", valueName: "code"))
    var to: String?

    @Option(help: ArgumentHelp("The request of the person to exchange with.", valueName: "request"))
    var exchange: String?

    @Option(help: ArgumentHelp("The date on the letter.", valueName: "yyyy-mm-dd"))
    var letterDate: CivilDate

    @Option(help: ArgumentHelp("The letter's number.", valueName: "number"))
    var letterNumber: String?

    @Option(help: ArgumentHelp("A code of the region for why.", valueName: "code"))
    var reason: String?

    @Option(help: ArgumentHelp("A scan of the letter.", valueName: "file"))
    var scan: String?

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard !post.isEmpty || !agency.isEmpty || !district.isEmpty || to != nil || exchange != nil else {
            throw ValidationError("Say what is wished: --post, --agency, --district, --to or --exchange.")
        }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        let card = try workplace.card(card)
        let exchange = try exchange.map { try workplace.foreseen($0, .request).id }
        let scan = try scan.map(Attachment.file)
        func list(_ texts: [String]) -> JSONValue? { texts.isEmpty ? nil : .array(texts.map(JSONValue.string)) }
        let request = JSONValue.members([
            ("card", .string(card.text)), ("route", .string(route)),
            (
                "wishes",
                .members([("posts", list(post)), ("agencies", list(agency)), ("districts", list(district))])
            ),
            ("to", to.map(JSONValue.string)), ("exchange", exchange.map { .string($0.text) }),
            ("reason", reason.map(JSONValue.string)),
            (
                "letter",
                .members([("number", letterNumber.map(JSONValue.string)), ("date", .string(letterDate.iso))])
            ),
            ("scan", scan?.reference),
        ])
        return Answer(
            try await workplace.record(
                .requestFile, .object([("request", request)]), recording, attachments: scan.map { [$0] } ?? []))
    }
}
