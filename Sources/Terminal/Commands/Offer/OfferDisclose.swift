import ArgumentParser
import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol

/// `offer disclose`: home tells the receiver and the BKD who stands behind the card.
struct OfferDisclose: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "disclose",
        abstract: "Tell the receiving agency who stands behind the card, once you have agreed.",
        discussion: """
            Example: mutasi-node offer disclose 7d20e1

            Sends name, NIP and the content of the card to the receiving agency and the BKD, to nobody else.
            """)

    @Argument(help: "The offer, or the end of its id.")
    var offer: String

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let offer = try Offer(try workplace.foreseen(offer, .offer))
        let sheet = try workplace.sheet(ofCard: offer.card)
        let profile = Attachment.make(DisclosedProfile(of: sheet, on: try workplace.today()).encoded)
        let body = JSONValue.object([("profile", .object([("attachment", .string(profile.name))]))])
        return Answer(
            try await workplace.record(.offerDisclose, on: offer.id, body, recording, attachments: [profile]))
    }
}
