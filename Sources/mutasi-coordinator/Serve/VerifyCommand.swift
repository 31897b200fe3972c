import ArgumentParser
import CoordinatorKit
import StrictJSON
import SyncProtocol
import Terminal

/// `verify`: folds the journal from nothing and compares.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Fold the journal from nothing and compare every record byte for byte.",
        discussion: """
            Example: mutasi-coordinator verify --data /var/lib/mutasi

            Needs the data directory for itself: stop serve first. Ends with 1 and the first difference when something differs.
            """)

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let spoken = options.language()
        try await Console.answer(options, language: { spoken }) {
            let summary = try await CoordinatorFailures.mapping {
                let directory = try CoordinatorDirectory.open(try options.directory())
                return try JournalVerifier.verify(
                    directory.store, coordinatorKey: directory.keys.signing.publicKey)
            }
            let json = JSONValue.object([
                ("verified", true), ("epoch", .integer(summary.head.epoch)),
                ("position", .integer(summary.head.position)), ("day", .optional(summary.head.day)),
                ("records", .integer(summary.records)), ("bundles", .integer(summary.bundles)),
            ])
            let answer = Answer(json) { language in
                Page([
                    .title(Sentence("Jurnal utuh", "The journal is whole")[language]),
                    .fields([
                        Page.Field(
                            Sentence("Keputusan", "Decisions")[language], language.number(summary.head.position)),
                        Page.Field(Sentence("Catatan", "Records")[language], language.number(summary.records)),
                        Page.Field(Sentence("Bundel", "Bundles")[language], language.number(summary.bundles)),
                        Page.Field(Sentence("Hari", "Day")[language], summary.head.day ?? "-"),
                    ]),
                ])
            }
            return (answer, spoken)
        }
    }
}
