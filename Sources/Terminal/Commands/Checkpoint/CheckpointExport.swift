import ArgumentParser
import NodeKit
import StrictJSON
import SyncProtocol

struct CheckpointExport: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the newest checkpoint into a file for another agency.",
        discussion: """
            Example: mutasi-node checkpoint export --out disdik.checkpoint

            A C2SP checkpoint: text with the coordinator's signature, without any data of this agency.
            """)

    static var needsFreshRecords: Bool { false }

    @Option(help: ArgumentHelp("The file to make.", valueName: "file"))
    var out: String

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        guard let newest = try workplace.store.checkpoints().first else { throw Workplace.neverSynced }
        try CommandFile.create(out, Array(newest.text.utf8))
        let json = JSONValue.object([("head", newest.head.json), ("file", .string(out))])
        let file = out
        return Answer(json) { language in
            Page([
                .title(Sentence("Titik periksa tersimpan", "Checkpoint written")[language]),
                .fields([
                    Page.Field(
                        Sentence("Nomor", "Position")[language], language.number(newest.head.position)),
                    Page.Field(Sentence("Berkas", "File")[language], file),
                ]),
            ])
        }
    }
}
