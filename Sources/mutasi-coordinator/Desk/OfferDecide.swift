import ArgumentParser
import Negotiation
import StrictJSON
import SyncProtocol
import Terminal

/// `offer …` with what only the desk may do.
struct DeskOfferCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "offer",
        abstract: "Offers: look, open, decide, move to a newer policy, and speak for the BKD's own people and posts.",
        discussion: "Example: mutasi-coordinator offer list",
        subcommands: [OfferDecide.self] + OfferCommand.deskActs + OfferCommand.acts,
        defaultSubcommand: OfferCommand.listing)
}

/// `offer decide`: over a heard party's refusal or silence.
struct OfferDecide: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Decide an offer that a heard agency refused or did not answer.",
        discussion: """
            Example: mutasi-coordinator offer decide 7d20e1 --proceed --reason "the unit is above its need"

            The refusal stays beside the decision, and both agencies read the reason.
            """)

    @Argument(help: "The offer, or the end of its id.")
    var offer: String

    @Flag(help: "The offer goes on.")
    var proceed = false

    @Flag(help: "The offer is closed.")
    var close = false

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard proceed != close else { throw ValidationError("Give either --proceed or --close.") }
        guard !reason.isEmpty else { throw ValidationError("Give a reason: both agencies read it.") }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        let offer = try Offer(try workplace.foreseen(offer, .offer))
        let reason = workplace.attached(reason)
        let body = JSONValue.object([
            ("terms", .integer(offer.terms.version)), ("proceed", .boolean(proceed)), ("reason", reason.reference),
        ])
        return Answer(
            try await workplace.record(
                .offerDecide, on: offer.id, body, recording, attachments: [reason.attachment]))
    }
}
