import ArgumentParser
import Negotiation
import NodeKit
import StrictJSON

/// `restore`: a backup becomes the node again, and the coordinator is told.
public struct RestoreCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup in place, or only check one.",
        discussion: """
            Example: mutasi-node restore /media/stick/node-2026-01-05.backup --data /var/lib/mutasi

            Stop the agent first. What is in the folder is kept in a folder beside it. The next sync tells the coordinator that \
            this node was restored; another copy that is still in use is refused from then on. Drafts of the backup are held \
            until you release them. With --check nothing changes: the backup is opened, everything in it is checked, and what it \
            holds is shown; a node of the same name in --data remembers when that was.
            """)

    @Argument(help: "The backup's file.")
    var file: String

    @Flag(help: "Only look whether it could be restored.")
    var check = false

    @Flag(help: "Replace what is there although it has gone further than the backup.")
    var evenIfNewer = false

    @OptionGroup public var options: GlobalOptions

    public init() {}

    public func validate() throws {
        guard !check || !evenIfNewer else { throw ValidationError("Give either --check or --even-if-newer.") }
    }

    public func run() async throws {
        let language = options.language()
        try await Console.answer(options, language: { language }) {
            (check ? try checked() : try restored(), language)
        }
    }

    private func checked() throws -> Answer {
        let contents = try Backup.check(file)
        if let directory = try? options.directory(), DataDirectory(directory).holdsNode,
            let store = try? NodeStore.open(DataDirectory(directory)), store.identity.node == contents.node
        {
            try Backup.noteCheck(of: file, in: store)
        }
        let path = file
        return Answer(.object([("file", .string(path)), ("sound", true), ("backup", BackupText.json(contents))])) {
            language in
            Page([
                .title(
                    Sentence(
                        "Cadangan {file} utuh dan dapat dipulihkan", "The backup {file} is whole and can be restored"
                    )
                    .text(language, [("file", path)])),
                BackupText.fields(contents, language),
            ])
        }
    }

    private func restored() throws -> Answer {
        let result = try Restore.run(file, into: DataDirectory(try options.directory()), evenIfNewer: evenIfNewer)
        let contents = result.contents
        let json = JSONValue.object([
            ("backup", BackupText.json(contents)), ("replaced", .optional(result.replaced)),
            ("held", .integer(contents.drafts + contents.inFlight)),
        ])
        return Answer(json) { language in
            var page = Page([
                .title(Sentence("Cadangan dipulihkan", "Backup restored")[language]),
                BackupText.fields(contents, language),
            ])
            if let replaced = result.replaced {
                page.add(
                    .paragraph(
                        Sentence("Berkas yang diganti ada di {folder}.", "The replaced files are in {folder}.").text(
                            language, [("folder", replaced)])))
            }
            page.add(
                .advice(
                    Sentence(
                        "Beri tahu koordinator bahwa simpul ini dipulihkan:",
                        "Tell the coordinator that this node was restored:")[language], command: "mutasi-node sync"))
            if contents.drafts + contents.inFlight > 0 {
                page.add(
                    .advice(
                        Sentence(
                            "Draf dari cadangan ditahan. Periksa, lalu lepas atau tarik:",
                            "Drafts of the backup are held. Look at them, then release or withdraw:")[language],
                        command: "mutasi-node outbox list"))
            }
            return page
        }
    }
}
