import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// `card`: what other agencies may see of a person, without name or NIP.
public struct CardCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "card",
        abstract: "Cards: what others may see of a person, without name, NIP or birth date.",
        discussion: "An import makes a card for each active civil servant; opening it shows it to all agencies.",
        subcommands: [
            CardOpen.self, CardClose.self, CardWish.self, CardCheckFindings.self, CardList.self, CardShow.self,
        ],
        defaultSubcommand: CardList.self)

    public init() {}
}

struct CardOpen: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Show a card to all agencies.",
        discussion: "Example: mutasi-node card open 198501012010011001")

    @Argument(help: "The NIP, or the card, or the end of its id.")
    var card: String

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let id = try workplace.ownCard(card)
        return Answer(try await workplace.record(.cardOpen, on: id, .object([]), recording))
    }
}

struct CardClose: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "End a card; its open offers close with it.",
        discussion: "Example: mutasi-node card close 9c41f2 --reason pensiun")

    @Argument(help: "The NIP, or the card, or the end of its id.")
    var card: String

    @Option(help: "Why, in a word or two: all who saw the card see it. No personal data.")
    var reason: String

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let id = try workplace.ownCard(card)
        let body = JSONValue.object([("reason", .string(reason))])
        return Answer(try await workplace.record(.cardClose, on: id, body, recording))
    }
}

struct CardList: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Your agency's cards, or with --pool the open ones of all agencies.",
        discussion: "Example: mutasi-node card list --pool")

    @Flag(help: "The open cards of all agencies, and those of people who ask for yours.")
    var pool = false

    @Option(help: ArgumentHelp("Another agency's cards, as far as you may see them.", valueName: "agency"))
    var agency: String?

    @Flag(help: "Ended cards too.")
    var all = false

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let records = try workplace.records(.card)
        let shown = records.filter { record in
            guard let card = try? Card(record) else { return false }
            let isForeign = workplace.program == .node && card.agency != workplace.agency
            let isAsked = pool ? card.isOpen || isForeign : card.agency.text == agency ?? workplace.agency.text
            return isAsked && (agency == nil || card.agency.text == agency) && (all || card.ended == nil)
        }
        let people = workplace.identity.isRegistry ? try workplace.store.staff.cards() : [:]
        let json = JSONValue.object([
            ("cards", .array(shown.map { CardText.json($0, people[$0.id]) }))
        ])
        return Answer(json) { language in
            CardText.page(shown.compactMap { try? Card($0) }, people, pool: pool, language)
        }
    }
}

extension Workplace {
    /// The card of a NIP or of a typed id; drafts that wait count. Throws ``ShortIDError`` and `StaffError`.
    public func ownCard(_ typed: String) throws -> RecordID {
        let people = identity.isRegistry ? try store.staff.cards() : [:]
        if let nip = try? NIP(parsing: typed) {
            guard let card = people.first(where: { $0.value == nip })?.key else {
                throw StaffError(.unknownPerson, "nobody here with this NIP has a card", next: "look with: staff list")
            }
            return card
        }
        let own = try records(.card).filter { (try? Card($0))?.agency == agency }.map(\.id)
        return try ShortID.resolve(typed, among: own + people.keys)
    }
}
