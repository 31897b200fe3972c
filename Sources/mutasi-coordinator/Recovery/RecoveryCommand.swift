import ArgumentParser
import CoordinatorKit
import Negotiation
import StrictJSON
import Terminal

/// `recovery …`
struct RecoveryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recovery", abstract: "After a restore: who has handed in, what changed, what is lost.",
        discussion: "Example: mutasi-coordinator recovery show",
        subcommands: [RecoveryShow.self, RecoveryEnd.self], defaultSubcommand: RecoveryShow.self)
}

/// `recovery show`
struct RecoveryShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "How the recovery stands, which outcomes changed, and which positions nobody handed in.",
        discussion: """
            Example: mutasi-coordinator recovery show --data /var/lib/mutasi

            Positions that nobody handed in were the coordinator's own (days, joins) or of a node that is gone. Ends with 1 while \
            the coordinator is recovering or halted.
            """)

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let spoken = options.language()
        try await Console.answer(options, language: { spoken }) {
            let data = try options.directory()
            let json = try await Self.read(data)
            let isServing = json["state"]?.string == "serving"
            return (
                Answer(JSONValue(json), exit: isServing ? .done : .answerIsNo) { RecoveryPage.page(json, $0) }, spoken
            )
        }
    }
}

extension RecoveryShow {
    /// How the recovery stands: the serving coordinator says it, or its data. Throws ``Failure``.
    static func read(_ data: String) async throws -> JSON {
        try await CoordinatorFailures.mapping {
            try await ServingCoordinator.either(
                data,
                alone: { directory in
                    let coordinator = try Coordinator(store: directory.store, keys: directory.keys)
                    return try JSON(parsing: try await coordinator.recovery().json.encoded)
                },
                asking: { try await $0.ask(AdminRequest(.showRecovery)) })
        }
    }
}

/// `recovery end`
struct RecoveryEnd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: "End the recovery although not every node has reported, and decide what was handed in.",
        discussion: """
            Example: mutasi-coordinator recovery end --data /var/lib/mutasi

            A node that comes later still hands in; what it hands in is decided after the rest, and may end otherwise for that.
            """)

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let spoken = options.language()
        try await Console.answer(options, language: { spoken }) {
            let data = try options.directory()
            try await CoordinatorFailures.mapping {
                try await ServingCoordinator.either(
                    data,
                    alone: { directory in
                        try await Coordinator(store: directory.store, keys: directory.keys).endRecovery()
                    },
                    asking: { _ = try await $0.ask(AdminRequest(.endRecovery)) })
            }
            let answer = Answer(.object([("ended", true)])) { language in
                Page([
                    .title(Sentence("Pemulihan diakhiri", "The recovery has ended")[language]),
                    .advice(
                        Sentence("Lihat apa yang berubah:", "See what changed:")[language],
                        command: "mutasi-coordinator recovery show"),
                ])
            }
            return (answer, spoken)
        }
    }
}
