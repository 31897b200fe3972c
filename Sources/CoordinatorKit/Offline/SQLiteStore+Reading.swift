import Foundation
import GRDB

extension SQLiteStore {
    /// The database of a data directory for reading only, beside the process that serves it. Throws ``StoreFailure``: `region` when
    /// there is none, `older` when it was not opened by this version yet.
    public static func reading(directory: String) throws -> SQLiteStore {
        let path = directory + "/" + fileName
        guard FileManager.default.fileExists(atPath: path) else {
            throw StoreFailure(.region, "there is no coordinator in \(directory); name another directory")
        }
        return try readingOnly(path)
    }

    /// A file that nobody writes, such as a backup: nothing is written to it or beside it.
    ///
    /// One of an older version is copied into a temporary file and brought up to date there. Throws ``StoreFailure``.
    public static func reading(backup path: String) throws -> SQLiteStore {
        var characters = CharacterSet.urlPathAllowed
        characters.remove(charactersIn: "?#%")
        guard let escaped = path.addingPercentEncoding(withAllowedCharacters: characters) else {
            throw StoreFailure(.io, "\(path) is no path")
        }
        do {
            return try readingOnly("file:\(escaped)?immutable=1")
        } catch let failure as StoreFailure where failure.code == .older {
            let queue = try Storing.mapped { try DatabaseQueue() }
            try Storing.mapped {
                try DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: readOnly).backup(to: queue)
            }
            return try SQLiteStore(writer: queue)
        }
    }

    private static var readOnly: Configuration {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        return configuration
    }

    private static func readingOnly(_ path: String) throws -> SQLiteStore {
        let queue = try Storing.mapped { try DatabaseQueue(path: path, configuration: readOnly) }
        try Storing.mapped { try queue.read(SQLiteSchema.check) }
        return SQLiteStore(checked: queue)
    }
}
