import ArgumentParser
import CoordinatorKit
import Foundation
import StrictJSON
import SyncProtocol
import Terminal

/// `backup`: a checked copy of the coordinator's database, whether it serves or not.
struct CoordinatorBackup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the coordinator's database into a new file, and check the copy.",
        discussion: """
            Examples: mutasi-coordinator backup /srv/backup/coordinator.backup --data /var/lib/mutasi
            mutasi-coordinator backup --into /srv/backup --keep 14 --data /var/lib/mutasi

            Works while serve runs. The copy is verified, journal and all, before the command ends with 0. It holds people's data, \
            but no keys: keep copies of coordinator.key, tag.key and the folder desk apart from it.
            """)

    @Argument(help: ArgumentHelp("The new file.", valueName: "file"))
    var file: String?

    @Option(help: ArgumentHelp("A folder for a file that is named after the time.", valueName: "dir"))
    var into: String?

    @Option(
        help: ArgumentHelp(
            "With --into: how many such files to keep there; older ones are removed.", valueName: "count"))
    var keep: Int?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (file == nil) != (into == nil) else { throw ValidationError("Give a file, or a folder with --into.") }
        guard keep.map({ $0 >= 1 && into != nil }) ?? true else {
            throw ValidationError("--keep takes 1 or more, with --into.")
        }
    }

    func run() async throws {
        let spoken = options.language()
        try await Console.answer(options, language: { spoken }) {
            let file = BackupFolder.file(self.file, into: into)
            let summary = try await CoordinatorFailures.mapping { try await made(file) }
            if let into, let keep {
                try BackupFolder.prune(into, keeping: keep)
            }
            let json = JSONValue.object([
                ("backup", .string(file)), ("epoch", .integer(summary.backup.epoch)),
                ("position", .integer(summary.backup.position)), ("day", .optional(summary.backup.day)),
                ("verified", true),
            ])
            let answer = Answer(json) { language in
                Page([
                    .title(Sentence("Cadangan dibuat dan diperiksa", "Backup made and checked")[language]),
                    .fields([
                        Page.Field(Sentence("Berkas", "File")[language], file),
                        Page.Field(
                            Sentence("Keputusan", "Decisions")[language], language.number(summary.backup.position)),
                        Page.Field(Sentence("Hari", "Day")[language], summary.backup.day ?? "-"),
                    ]),
                ])
            }
            return (answer, spoken)
        }
    }

    private func made(_ file: String) async throws -> Restoration.Summary {
        let data = try options.directory()
        let keys = try CoordinatorKeys.load(directory: data)
        let scratch = data + "/backup-check.\(getpid())"
        let check = {
            let summary = try RestoredDirectory.check(file, mirror: nil, keys: keys, scratch: scratch)
            try Checksum.write(for: file)
            return summary
        }
        guard !FileManager.default.fileExists(atPath: file) else {
            throw StoreFailure(.io, "\(file) exists already")
        }
        return try await ServingCoordinator.either(
            data,
            alone: { directory in
                try directory.store.backup(to: file)
                try DurableFile.synchronize((file as NSString).deletingLastPathComponent)
                let summary = try check()
                try directory.store.write { transaction in
                    try transaction.recovery.append(Self.mark(summary))
                }
                return summary
            },
            asking: { serving in
                // The service may write nowhere else than into its own folder.
                let part = URL(fileURLWithPath: data).standardizedFileURL.path + "/backup-part.\(getpid())"
                defer { unlink(part) }
                _ = try await serving.ask(AdminRequest(.backup, path: part))
                try DurableFile.copy(part, to: file)
                let summary = try check()
                _ = try await serving.ask(
                    AdminRequest(.recordBackup, epoch: summary.backup.epoch, position: summary.backup.position))
                return summary
            })
    }

    private static func mark(_ summary: Restoration.Summary) -> BackupMark {
        BackupMark(
            epoch: summary.backup.epoch, position: summary.backup.position,
            made: Date().formatted(.iso8601))
    }
}
