import ArgumentParser
import Negotiation

/// `offer list`
struct OfferList: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The offers of this agency, those that are open unless all are asked for.",
        discussion: "Example: mutasi-node offer list --all")

    @Flag(help: "Those that were closed or decreed too.")
    var all = false

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let shown = visible.offers.filter { all || $0.isOpen }
        return workplace.list(.offer, shown.map(\.id), visible) { $0.offers(shown) }
    }
}

/// `offer show`
struct OfferShow: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "One offer: terms, who said what, rules, what is missing and what to do next.",
        discussion: "Example: mutasi-node offer show 7d20e1")

    @Argument(help: "The offer, or the end of its id.")
    var offer: String

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let record = try workplace.record(offer, .offer)
        let shown = try Offer(record)
        var answer = try workplace.show(record.id, visible) { $0.offer(shown) }
        answer.json = Presenter(visible, own: workplace.agency, language: workplace.language).offerJSON(shown)
        return answer
    }
}
