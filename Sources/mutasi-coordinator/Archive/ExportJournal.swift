import ArgumentParser
import CoordinatorKit
import StrictJSON
import SyncProtocol
import Terminal

/// `export journal`: everything that was decided, in one file.
struct ExportJournal: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: "Write the whole journal with its bundles and a signed checkpoint into one file.",
        discussion: """
            Example: mutasi-coordinator export journal --out kota.journal

            verify FILE checks it anywhere. It has everybody's records, but no attachments and no keys.
            """)

    @Option(help: ArgumentHelp("The file to make.", valueName: "file"))
    var out: String

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let spoken = options.language()
        try await Console.answer(options, language: { spoken }) {
            let summary = try await CoordinatorFailures.mapping {
                let data = try options.directory()
                return try JournalExport.write(
                    try SQLiteStore.reading(directory: data), keys: try CoordinatorKeys.load(directory: data), to: out)
            }
            let json = JSONValue.object([
                ("head", summary.head.json), ("bundles", .integer(summary.bundles)), ("bytes", .integer(summary.bytes)),
                ("file", .string(out)),
            ])
            let answer = Answer(json) { language in
                Page([
                    .title(Sentence("Jurnal tersimpan", "Journal written")[language]),
                    .fields([
                        Page.Field(
                            Sentence("Keputusan", "Decisions")[language], language.number(summary.head.position)),
                        Page.Field(Sentence("Kiriman", "Bundles")[language], language.number(summary.bundles)),
                        Page.Field("Byte", language.number(summary.bytes)),
                        Page.Field(Sentence("Berkas", "File")[language], out),
                    ]),
                    .advice(
                        Sentence("Periksa berkasnya:", "Check the file:")[language],
                        command: "mutasi-coordinator verify \(out)"),
                ])
            }
            return (answer, spoken)
        }
    }
}
