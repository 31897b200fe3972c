import ArgumentParser
import Negotiation
import StrictJSON

/// `behalf …`: what an agency without a node or a network says in a signed letter, recorded at the desk.
///
/// The agency's own command follows after `--`, so that whatever an agency can say it can say by letter.
public struct BehalfCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "behalf",
        abstract: "Record what stands in the signed letter of an agency that has no node, or no network.",
        discussion: """
            Examples:
              mutasi-coordinator behalf kelurahan --letter 005/12 --letter-date 2026-03-02 --signer "Siti" \\
                --standing definitif --scan surat.pdf -- offer agree 7d20e1
              mutasi-coordinator behalf kelurahan --letter 005/19 --letter-date 2026-04-01 --signer "Siti" \\
                --standing definitif -- transfer start 88e4c0 --date 2026-04-01 --number 800/3

            After -- stands what the agency would type at a node of its own. Of two letters on the same terms the one of the later \
            date counts. The agency is told, and reads the letter's number, date and signer beside what it says.
            """)

    @Argument(help: "The agency's code.")
    var agency: String

    @OptionGroup var letter: LetterOptions
    @OptionGroup var options: GlobalOptions

    @Argument(
        parsing: .postTerminator,
        help: ArgumentHelp("What the agency says: offer, vacancy, card, training, transfer …", valueName: "command"))
    var act: [String] = []

    public init() {}

    public func validate() throws {
        guard AgencyCode(agency) != nil else { throw ValidationError("A code is 2 to 24 of a-z, 0-9 and -.") }
        guard letter.isGiven else {
            throw ValidationError("Give the letter: --letter, --letter-date, --signer and --standing.")
        }
        guard !act.isEmpty else {
            throw ValidationError("Give after -- what the agency says, such as: -- offer agree 7d20e1")
        }
    }

    public func run() async throws {
        var onBehalf: OnBehalf?
        try await Console.follow(options, language: { options.language() }) {
            let (members, attachments) = try letter.members()
            onBehalf = AgencyCode(agency).map { OnBehalf($0, letter: members, attachments: attachments) }
        }
        var inherited: [String] = options.json ? ["--json"] : []
        inherited += options.data.map { ["--data", $0] } ?? []
        inherited += options.actor.map { ["--as", $0] } ?? []
        inherited += options.lang.map { ["--lang", $0] } ?? []
        let command = try BehalfActs.parseAsRoot(act + inherited)
        try await OnBehalf.$current.withValue(onBehalf) {
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                var command = command
                try command.run()
            }
        }
    }
}

/// What an agency can say by letter.
struct BehalfActs: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "behalf AGENCY … --",
        subcommands: [Offers.self, Vacancies.self, Cards.self, TrainingCommand.self, Transfers.self])

    struct Offers: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "offer",
            subcommands: [
                OfferPropose.self, OfferAsk.self, OfferAgree.self, OfferCounter.self, OfferRefuse.self,
                OfferWithdraw.self,
            ])
    }

    struct Vacancies: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "vacancy", subcommands: [VacancyOpen.self, VacancyEdit.self, VacancyWithdraw.self])
    }

    struct Cards: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "card", subcommands: [CardPost.self, CardOpen.self, CardClose.self])
    }

    struct Transfers: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "transfer",
            subcommands: [
                TransferBrief.self, TransferHandover.self, TransferStep.self, TransferStart.self, TransferExtend.self,
                TransferRecall.self, TransferNote.self, TransferObject.self,
            ])
    }
}
