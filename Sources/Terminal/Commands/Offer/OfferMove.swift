import ArgumentParser
import Negotiation
import StrictJSON

/// `offer move`: the desk puts an open offer under the policy in force.
struct OfferMove: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Move an open offer to the policy in force; it is agreed, and its opinions given, anew.",
        discussion: """
            Example: mutasi-coordinator offer move 7d20e1

            An open offer keeps the policy under which it was made until you move it. Its terms become a new version, to which \
            nobody has agreed yet: what was found, agreed and advised under the old rules counts no longer, and a seat that it \
            holds goes to whoever waits. Refused where the new policy has no such kind of move, or one that the offer cannot follow.
            """)

    @Argument(help: "The offer, or the end of its id.")
    var offer: String

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let subject = try OfferSubject(offer, workplace)
        return Answer(
            try await workplace.record(.offerMove, on: subject.offer.id, .members([subject.terms]), recording))
    }
}
