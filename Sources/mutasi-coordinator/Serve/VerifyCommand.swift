import ArgumentParser
import CoordinatorKit
import StrictJSON
import SyncProtocol
import Terminal

/// `verify`: a data directory, or a file of any kind that this program writes for others.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Fold the journal from nothing and compare everything byte for byte; or check a file offline.",
        discussion: """
            Examples: mutasi-coordinator verify --data /var/lib/mutasi
                      mutasi-coordinator verify backup.sqlite --fingerprint 5f1c…

            Without a file it needs the data directory for itself: stop serve first. A file is a backup, an exported journal or an \
            evidence file; it is checked with nothing but the fingerprint of the coordinator's key, which is that of --data when one \
            is named. Ends with 1 and the first difference when something differs.
            """)

    @Argument(help: "A backup, an exported journal or an evidence file.")
    var file: String?

    @Option(help: ArgumentHelp("The first 32 to 64 digits of the key's SHA-256.", valueName: "digits"))
    var fingerprint: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let spoken = options.language()
        try await Console.answer(options, language: { spoken }) {
            let answer = try await CoordinatorFailures.mapping {
                if let file {
                    return try OfflineFile(path: file).answer(fingerprint: try known())
                }
                let directory = try CoordinatorDirectory.open(try options.directory())
                try directory.store.checkIntegrity()
                return JournalText.answer(
                    try JournalVerifier.verify(directory.store, coordinatorKey: directory.keys.signing.publicKey))
            }
            return (answer, spoken)
        }
    }

    /// The fingerprint that the key of a file must have; nil when none is known, and then the answer names the file's own.
    private func known() throws -> String? {
        if let fingerprint { return fingerprint.lowercased() }
        guard let data = try? options.directory() else { return nil }
        return InvitationLine.fingerprint(of: try CoordinatorKeys.load(directory: data).signing.publicKey)
    }
}
