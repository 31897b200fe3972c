import CoordinatorKit
import Foundation

/// A folder of backups that are named after the time: `coordinator-20260302T023000Z.backup`.
enum BackupFolder {
    private static let prefix = "coordinator-"
    private static let suffix = ".backup"

    /// The file that was named, or the next one of the folder.
    static func file(_ named: String?, into folder: String?) -> String {
        if let named { return named }
        let time = Date().formatted(.iso8601).filter { $0.isLetter || $0.isNumber }
        return (folder ?? ".") + "/" + prefix + time + suffix
    }

    /// Removes all but the last ones; other files of the folder are left alone. Throws ``StoreFailure``.
    static func prune(_ folder: String, keeping count: Int) throws {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
        guard let names else { throw StoreFailure(.io, "cannot read \(folder)") }
        let backups = names.filter { $0.hasPrefix(prefix) && $0.hasSuffix(suffix) }.sorted()
        for name in backups.dropLast(count) {
            guard unlink(folder + "/" + name) == 0 else { throw StoreFailure(.io, "cannot remove \(folder)/\(name)") }
            unlink(Checksum.path(of: folder + "/" + name))
        }
    }
}
