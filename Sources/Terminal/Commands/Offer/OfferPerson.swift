import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import StrictJSON
import SyncProtocol

/// `offer person`: home or the personnel agency records what the person says.
struct OfferPerson: OperatorCommand {
    enum Word: String, ExpressibleByArgument, CaseIterable {
        case agree
        case refuse
    }

    static let configuration = CommandConfiguration(
        commandName: "person",
        abstract: "Record what the person says of the current terms, from the person's own signed letter.",
        discussion: """
            Example: mutasi-node offer person 7d20e1 agree --letter 800/17/2026 --date 2026-02-03 --scan letter.pdf

            For the home agency or the BKD, where the route asks for the person's own request or hears the person. The scan goes to \
            the other agency too.
            """)

    @Argument(help: "The offer, or the end of its id.")
    var offer: String

    @Argument(help: "agree or refuse.")
    var word: Word

    @Option(help: ArgumentHelp("Number of the person's letter in your register.", valueName: "number"))
    var letter: String

    @Option(help: ArgumentHelp("Its date.", valueName: "yyyy-mm-dd"))
    var date: CivilDate

    @Option(help: ArgumentHelp("A scan of the letter.", valueName: "file"))
    var scan: String?

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let subject = try OfferSubject(offer, workplace)
        let scan = try scan.map(Attachment.file)
        let body = JSONValue.members([
            subject.terms, ("says", .string(word.rawValue)),
            ("letter", .object([("number", .string(letter)), ("date", .string(date.iso))])),
            ("scan", scan?.reference),
        ])
        return Answer(
            try await workplace.record(
                .offerPerson, on: subject.offer.id, body, recording, attachments: scan.map { [$0] } ?? []))
    }
}
