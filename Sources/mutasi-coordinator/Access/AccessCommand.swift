import ArgumentParser
import CoordinatorKit
import Negotiation
import StrictJSON
import Terminal

/// `access …`
struct AccessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access", abstract: "Who was given what of which kind of personal data.",
        discussion: "Example: mutasi-coordinator access show --agency dukcapil", subcommands: [AccessShow.self],
        defaultSubcommand: AccessShow.self)
}

/// `access show`
struct AccessShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract:
            "What each node was given that is about people: how much of which kind, when, and from where in the journal.",
        discussion: """
            Example: mutasi-coordinator access show --data /var/lib/mutasi --agency dukcapil --json

            Works beside serve. Every page with personal data is counted before it goes out, each time that it does. A row is about \
            a day, or a month when it is older than 90 days, or a year after another two years. What went out after the backup from \
            which the coordinator was last restored is not in it.
            """)

    @Option(help: ArgumentHelp("Only nodes of this agency.", valueName: "code"))
    var agency: String?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard agency.map({ AgencyCode($0) != nil }) ?? true else {
            throw ValidationError("A code is 2 to 24 of a-z, 0-9 and -.")
        }
    }

    func run() async throws {
        let spoken = options.language()
        try await Console.answer(options, language: { spoken }) {
            let code = agency.flatMap(AgencyCode.init)
            let rows = try await CoordinatorFailures.mapping {
                try SQLiteStore.reading(directory: try options.directory()).read {
                    try $0.accesses(of: code, limit: AccessLimits.shown)
                }
            }
            let json = JSONValue.object([("accesses", .array(rows.map(\.json)))])
            return (Answer(json) { AccessPage.page(rows, $0) }, spoken)
        }
    }
}
