import ArgumentParser
import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol

/// `proposal …`: what waits for a second person.
public struct ProposalCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "proposal",
        abstract: "What counts only once a second person has confirmed it: look, confirm, refuse.",
        discussion: "Example: mutasi-node proposal list",
        subcommands: [ProposalList.self, ProposalShow.self, ProposalConfirm.self, ProposalRefuse.self],
        defaultSubcommand: ProposalList.self)

    public init() {}
}

/// `proposal list`
struct ProposalList: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "What waits for a second person, what was confirmed or refused too when all is asked for.",
        discussion: "Example: mutasi-node proposal list --all")

    @Flag(help: "What was confirmed or refused too.")
    var all = false

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let shown = visible.proposals.filter { all || $0.ended == nil }
        return workplace.list(.proposal, shown.map(\.id), visible) { $0.proposals(shown) }
    }
}

/// `proposal show`
struct ProposalShow: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One proposal: who wants what, in full, and how to confirm it.",
        discussion: "Example: mutasi-node proposal show e07a15")

    @Argument(help: "The proposal, or the end of its id.")
    var proposal: String

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let record = try workplace.record(proposal, .proposal)
        let shown = try Proposal(record)
        let texts = try workplace.texts(named: record.body)
        return try workplace.show(record.id, visible) { $0.proposal(shown, texts: texts) }
    }
}

/// `proposal confirm`
struct ProposalConfirm: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "Confirm what another person of your agency wants; it counts from now on.",
        discussion: """
            Examples:
              mutasi-node proposal confirm e07a15 --as "Sri Rahayu"
              mutasi-coordinator proposal confirm e07a15 --letter 800/12 --letter-date 2026-03-02 \\
                --signer "dr. Bagus" --standing definitif --scan surat.pdf

            Who proposed it cannot confirm it. Where an agency has one operator, the BKD ticks the signed letter of that agency's head.
            """)

    @Argument(help: "The proposal, or the end of its id.")
    var proposal: String

    @OptionGroup var letter: LetterOptions
    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let record = try workplace.foreseen(proposal, .proposal)
        let letter = try letter.members()
        return Answer(
            try await workplace.record(
                .proposalConfirm, on: record.id, .object(letter.members), recording, attachments: letter.attachments))
    }
}

/// `proposal refuse`
struct ProposalRefuse: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "refuse",
        abstract: "Say that a proposal shall not be, or take your own back.",
        discussion: "Example: mutasi-node proposal refuse e07a15 --reason \"wrong date\"")

    @Argument(help: "The proposal, or the end of its id.")
    var proposal: String

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String?

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let record = try workplace.foreseen(proposal, .proposal)
        return Answer(try await workplace.record(.proposalRefuse, on: record.id, because: reason, recording))
    }
}

extension Workplace {
    /// The texts of the attachments that a body names, by their names; those that are no text, or have not come, are left out.
    func texts(named body: [UInt8]) throws -> [String: String] {
        try texts(ofAttachments: Array(AttachmentNames.of(body)))
    }
}
