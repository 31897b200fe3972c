import ArgumentParser
import Negotiation
import NodeKit
import StrictJSON

/// `backup`: the whole node in one file.
public struct BackupCommand: OperatorCommand {
    public static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write the whole node, keys included, to one file and check it.",
        discussion: """
            Example: mutasi-node backup /media/stick/node-2026-01-05.backup

            May run while others work. The file holds people's data and this node's secrets: only you may read it, and it belongs \
            where nobody else comes. It is opened and checked at once; a file that is there already is never written over.
            """)

    public static var needsFreshRecords: Bool { false }

    @Argument(help: "The file to write.")
    var file: String

    @OptionGroup public var options: GlobalOptions

    public init() {}

    public func answer(_ workplace: Workplace) async throws -> Answer {
        let contents = try Backup.make(of: workplace.store, to: file)
        let path = file
        return Answer(.object([("file", .string(path)), ("backup", BackupText.json(contents))])) { language in
            Page([
                .title(
                    Sentence("Cadangan ditulis dan diperiksa: {file}", "Backup written and checked: {file}").text(
                        language, [("file", path)])),
                BackupText.fields(contents, language),
            ])
        }
    }
}
