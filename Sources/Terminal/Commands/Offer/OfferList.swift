import ArgumentParser
import Negotiation
import NodeKit
import SyncProtocol

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
        let profile = try disclosed(shown, visible, workplace)
        let reason = try shown.ranked?.reason.flatMap(workplace.text(ofAttachment:))
        let reasons = try workplace.texts(ofAttachments: shown.reasons)
        var answer = try workplace.show(record.id, visible) { presenter in
            var page = presenter.offer(shown, profile: profile, reasons: reasons)
            page.blocks += presenter.ranked(shown, reason: reason)
            return page
        }
        answer.json = Presenter(visible, own: workplace.agency, language: workplace.language)
            .offerJSON(shown, profile: profile, passedOver: reason, reasons: reasons)
        return answer
    }

    /// Whom home disclosed last; nil while it has not, or the attachment has not come or cannot be read.
    private func disclosed(_ offer: Offer, _ visible: VisibleRecords, _ workplace: Workplace) throws
        -> DisclosedProfile?
    {
        guard let disclosure = visible.disclosures.last(where: { $0.offer == offer.id }),
            let attachment = try workplace.store.attachment(disclosure.profile)
        else { return nil }
        return try? DisclosedProfile(parsing: attachment.bytes)
    }
}
