import ArgumentParser
import Negotiation
import NodeKit
import StrictJSON

/// `card show`
struct CardShow: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One card, and what its home registry found of it against a kind of move.",
        discussion: "Example: mutasi-coordinator card show 51b0aa")

    @Argument(help: "The card, or the end of its id.")
    var card: String

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let record = try workplace.record(card, .card)
        let shown = try Card(record)
        return try workplace.show(record.id, visible) { $0.card(shown) }
    }
}

/// `card …` at the desk, which holds no staff: it sees every agency's cards.
public struct CardReading: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "card",
        abstract: "Cards: what the BKD sees of a person, without name, NIP or birth date.",
        discussion: "Example: mutasi-coordinator card list --agency dukcapil",
        subcommands: [CardList.self, CardShow.self], defaultSubcommand: CardList.self)

    public init() {}
}
