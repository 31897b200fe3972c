import ArgumentParser
import CoordinatorKit
import Negotiation
import StrictJSON
import SyncProtocol
import Terminal

/// `export evidence`: what proves one decision.
struct ExportEvidence: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence",
        abstract:
            "Write what proves one decision into one file: statement, decision, signatures, place in the journal.",
        discussion: """
            Example: mutasi-coordinator export evidence 1284 --out approval.evidence

            mutasi-node verify and mutasi-coordinator verify check the file with nothing but the fingerprint of the coordinator's key. It \
            holds what the decision changed, word for word: give it only to those who may see that.
            """)

    @Argument(help: "The journal position, or the id of the operation.")
    var decision: String

    @Option(help: ArgumentHelp("The file to make.", valueName: "file"))
    var out: String

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let spoken = options.language()
        try await Console.answer(options, language: { spoken }) {
            let (evidence, position) = try await CoordinatorFailures.mapping {
                let data = try options.directory()
                let store = try SQLiteStore.reading(directory: data)
                let position = try place(in: store)
                let keys = try CoordinatorKeys.load(directory: data)
                return (try EvidenceExport.make(position: position, from: store, keys: keys), position)
            }
            guard let evidence else { throw Self.unknown(decision) }
            try CommandFile.create(out, evidence.encoded)
            let json = JSONValue.object([
                ("position", .integer(position)), ("checkpoint", evidence.checkpoint.head.json),
                ("file", .string(out)),
                ("fingerprint", .string(InvitationLine.fingerprint(of: evidence.coordinatorKey))),
            ])
            let fingerprint = InvitationLine.fingerprint(of: evidence.coordinatorKey)
            let answer = Answer(json) { language in
                Page([
                    .title(Sentence("Bukti tersimpan", "Evidence written")[language]),
                    .fields([
                        Page.Field(Sentence("Nomor jurnal", "Position")[language], language.number(position)),
                        Page.Field(Sentence("Berkas", "File")[language], out),
                        Page.Field(Sentence("Sidik kunci", "Key fingerprint")[language], fingerprint),
                    ]),
                    .advice(
                        Sentence("Siapa pun dapat memeriksanya:", "Anybody can check it:")[language],
                        command: "mutasi-node verify \(out) --fingerprint \(fingerprint.prefix(32))"),
                ])
            }
            return (answer, spoken)
        }
    }

    private func place(in store: SQLiteStore) throws -> Int {
        if let position = Int(decision) { return position }
        guard let operation = OperationID(text: decision.lowercased()),
            let position = try EvidenceExport.positions(of: operation, in: store).first
        else { throw Self.unknown(decision) }
        return position
    }

    private static func unknown(_ decision: String) -> CommandError {
        CommandError(
            .badArgument,
            Sentence("Jurnal tidak memuat keputusan {decision}.", "The journal has no decision {decision}."),
            advice: Sentence(
                "Beri nomor jurnal, atau id operasi secara lengkap.",
                "Give a journal position, or the whole id of an operation."),
            values: [("decision", decision)])
    }
}
