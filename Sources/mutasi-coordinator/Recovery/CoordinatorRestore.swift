import ArgumentParser
import CoordinatorKit
import Foundation
import NodeKit
import StrictJSON
import SyncProtocol
import Terminal

/// `restore`: a database from backup and mirror, and a new epoch; or only what it would give.
struct CoordinatorRestore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Build the coordinator's database from a backup and the mirror, and begin a new epoch.",
        discussion: """
            Examples: mutasi-coordinator restore --check /srv/backup/coordinator.backup --mirror /mnt/mirror --data /var/lib/mutasi
            mutasi-coordinator restore /srv/backup/coordinator.backup --mirror /mnt/mirror --data /var/lib/mutasi
            mutasi-coordinator restore --in-place --data /var/lib/mutasi

            Stop serve first; --check may run beside it. The key files must be in the data directory. The old database is kept \
            beside the new one. Afterwards start serve: nodes hand in what the backup lacks, and nothing is decided until all \
            have, or until 'recovery end'. Use --in-place only when somebody copied an older database file over the right one and \
            there is no better backup: it keeps that file and tells the nodes so.
            """)

    @Argument(help: ArgumentHelp("The backup.", valueName: "backup"))
    var backup: String?

    @Option(help: ArgumentHelp("The folder that serve --mirror wrote.", valueName: "dir"))
    var mirror: String?

    @Flag(help: "Verify backup and mirror and say what a restore would give; change nothing.")
    var check = false

    @Flag(help: "The database that is there was put back by file copy: begin a new epoch over it as it is.")
    var inPlace = false

    @Option(
        help: ArgumentHelp(
            "With --in-place: the last position that nodes certainly share with this file; else the one before the last start.",
            valueName: "position"))
    var cut: Int?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (backup == nil) == inPlace else {
            throw ValidationError("Give a backup, or --in-place without one.")
        }
        guard !inPlace || (!check && mirror == nil) else {
            throw ValidationError("--in-place goes with neither --check nor --mirror.")
        }
        guard cut == nil || inPlace, (cut ?? 0) >= 0 else {
            throw ValidationError("--cut takes a position, with --in-place.")
        }
    }

    func run() async throws {
        let spoken = options.language()
        try await Console.answer(options, language: { spoken }) {
            let told: Answer = try await CoordinatorFailures.mapping { try answer() }
            return (told, spoken)
        }
    }

    private func answer() throws -> Answer {
        let data = try options.directory()
        guard let backup else {
            return begun(try RestoredDirectory.with(data) { try $0.restoreInPlace(cut: cut) }, from: nil)
        }
        let folder = mirror.map { MirrorFolder($0) }
        if check {
            let summary = try RestoredDirectory.check(
                backup, mirror: folder, keys: try CoordinatorKeys.load(directory: data),
                scratch: data + "/restore-check.\(getpid())")
            try PrivateFile.write(
                RestoreCheck(at: Date().formatted(.iso8601), position: summary.restored.position).json.encoded,
                to: RestoreCheck.path(in: data))
            return checked(summary)
        }
        let (summary, epoch) = try RestoredDirectory.with(data) { try $0.restore(backup, mirror: folder) }
        return begun(epoch, from: summary)
    }

    private func checked(_ summary: Restoration.Summary) -> Answer {
        let json = JSONValue.object([
            ("verified", true), ("backup", .integer(summary.backup.position)),
            ("restored", .integer(summary.restored.position)), ("day", .optional(summary.restored.day)),
        ])
        return Answer(json) { language in
            Page([
                .title(Sentence("Pemulihan ini akan berhasil", "This restore would work")[language]),
                .fields([
                    Page.Field(
                        Sentence("Dari cadangan", "From the backup")[language], language.number(summary.backup.position)
                    ),
                    Page.Field(
                        Sentence("Dengan cermin", "With the mirror")[language],
                        language.number(summary.restored.position)),
                    Page.Field(Sentence("Hari", "Day")[language], summary.restored.day ?? "-"),
                ]),
                .paragraph(Sentence("Tidak ada yang diubah.", "Nothing was changed.")[language]),
            ])
        }
    }

    private func begun(_ epoch: JournalEpoch, from summary: Restoration.Summary?) -> Answer {
        let json = JSONValue.object([
            ("epoch", .integer(epoch.epoch)), ("cut", .integer(epoch.cut)),
            ("backup", .optional(summary?.backup.position)), ("state", "recovering"),
        ])
        return Answer(json) { language in
            Page([
                .title(
                    Sentence("Basis data dipulihkan; babak {epoch} dimulai", "Database restored; epoch {epoch} begins")
                        .text(language, [("epoch", "\(epoch.epoch)")])),
                .fields([
                    Page.Field(
                        Sentence("Sama dengan dulu sampai", "The same as before up to")[language],
                        language.number(epoch.cut))
                ]),
                .advice(
                    Sentence(
                        "Jalankan serve. Simpul-simpul menyerahkan yang kurang; belum ada yang diputuskan. Ikuti dengan:",
                        "Run serve. Nodes hand in what is missing; nothing is decided yet. Follow it with:")[language],
                    command: "mutasi-coordinator recovery show"),
            ])
        }
    }
}
