import ArgumentParser
import CoordinatorKit
import StrictJSON
import SyncProtocol
import Terminal

/// `checkpoint`: the journal's present head, signed.
struct CheckpointCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: "The journal's present head as a signed checkpoint, to be published or compared.",
        discussion: """
            Example: mutasi-coordinator checkpoint --out kota.checkpoint

            Works beside serve. The same head always gives the same bytes (C2SP tlog-checkpoint).
            """)

    @Option(help: ArgumentHelp("A file to make.", valueName: "file"))
    var out: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let spoken = options.language()
        try await Console.answer(options, language: { spoken }) {
            let checkpoint = try await CoordinatorFailures.mapping {
                let data = try options.directory()
                return try JournalExport.checkpoint(
                    try SQLiteStore.reading(directory: data), keys: try CoordinatorKeys.load(directory: data))
            }
            if let out {
                try CommandFile.create(out, Array(checkpoint.text.utf8))
            }
            let json = JSONValue.object([
                ("head", checkpoint.head.json), ("day", .optional(checkpoint.day)), ("text", .string(checkpoint.text)),
            ])
            let answer = Answer(json) { language in
                Page([
                    .title(Sentence("Titik periksa jurnal", "Checkpoint of the journal")[language]),
                    .paragraph(checkpoint.text),
                ])
            }
            return (answer, spoken)
        }
    }
}
