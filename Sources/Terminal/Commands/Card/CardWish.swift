import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// `card wish`
struct CardWish: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "wish",
        abstract: "Note on a card what its person wishes, as the signed staff sheet says it.",
        discussion: """
            Examples:
              mutasi-node card wish 198501012010011001 --post PL-01 --district Tembalang
              mutasi-node card wish 198501012010011001 --none

            It takes the place of what was noted before. With --none she was asked and has no wish; who was never asked is marked as \
            missing data. Whoever sees the card sees it. An open request of hers on a kind of move goes before it.
            """)

    @Argument(help: "The NIP, or the card, or the end of its id.")
    var card: String

    @Option(help: ArgumentHelp("A wished post by its id or name; repeat it.", valueName: "post"))
    var post: [String] = []

    @Option(help: ArgumentHelp("A wished agency by its code; repeat it.", valueName: "agency"))
    var agency: [String] = []

    @Option(help: ArgumentHelp("A wished district (kecamatan); repeat it.", valueName: "district"))
    var district: [String] = []

    @Flag(help: "She was asked and has no wish.")
    var none = false

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    /// The most bytes of one wish.
    static let textBytes = 200

    func validate() throws {
        let lists = [post, agency, district]
        guard none == lists.allSatisfy(\.isEmpty) else {
            throw ValidationError("Give her wishes with --post, --agency and --district, or --none.")
        }
        guard lists.allSatisfy({ $0.count <= Negotiation.Request.wishLimit }),
            lists.joined().allSatisfy({ (1...Self.textBytes).contains($0.utf8.count) })
        else {
            throw ValidationError(
                "At most \(Negotiation.Request.wishLimit) wishes of a kind, each of 1 to \(Self.textBytes) bytes.")
        }
        guard agency.allSatisfy({ AgencyCode($0) != nil }) else {
            throw ValidationError("--agency takes an agency's code, such as dinkes.")
        }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        let id = try workplace.ownCard(card)
        let seen = try Card(try workplace.foreseen(id.text, .card)).group("wishes")
        let wishes = CardGroups.wishes(
            Wishes(posts: post, agencies: agency, districts: district), asked: try workplace.today())
        let body = JSONValue.object([
            ("was", .object([("wishes", seen.map(JSONValue.init) ?? .null)])), ("now", .object([("wishes", wishes)])),
        ])
        return Answer(try await workplace.record(.cardEdit, on: id, body, recording))
    }
}
