import ArgumentParser
import Foundation
import NodeKit
import SyncProtocol

/// `verify FILE` of a node: an evidence file, offline.
public struct VerifyEvidence: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check an evidence file offline: what was decided, who stated it, and that it is in the journal.",
        discussion: """
            Example: mutasi-node verify approval.evidence --data /var/lib/mutasi
                     mutasi-node verify approval.evidence --fingerprint 5f1c…

            Needs nothing but the file and the fingerprint of the coordinator's key: the node's own when --data is given, else that of
            --fingerprint, as an invitation has it. Ends with 1 when the file proves nothing.
            """)

    @Argument(help: "The evidence file.")
    var file: String

    @Option(help: ArgumentHelp("The first 32 to 64 digits of the key's SHA-256.", valueName: "digits"))
    var fingerprint: String?

    @OptionGroup var options: GlobalOptions

    public init() {}

    public func run() async throws {
        let spoken = options.language()
        try await Console.answer(options, language: { spoken }) {
            let bytes = try CommandFile.read(file, maxBytes: EvidenceFile.byteLimit)
            return (try EvidenceCheck.answer(bytes, fingerprint: try known()), spoken)
        }
    }

    private func known() throws -> String {
        if let fingerprint { return fingerprint.lowercased() }
        let identity = try NodeStore.open(DataDirectory(try options.directory())).identity
        return InvitationLine.fingerprint(of: identity.coordinator)
    }
}
