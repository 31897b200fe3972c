import Foundation

/// The coordinator's data directory: its database, its keys and the lock that gives both to one process.
///
/// Only the owner may enter it. Dropping the value's ``store`` frees the directory.
public struct CoordinatorDirectory: Sendable {
    public let store: SQLiteStore
    public let keys: CoordinatorKeys

    /// Opens the directory of a founded region.
    ///
    /// Throws ``StoreFailure``: `region` when there is none, `locked` when another process has it, `keys`, `permissions`,
    /// `newer`, `not-a-database`, `damaged`, `not-durable`, `io`.
    public static func open(_ path: String) throws -> CoordinatorDirectory {
        guard FileManager.default.fileExists(atPath: path + "/" + SQLiteStore.fileName) else {
            throw StoreFailure(.region, "there is no coordinator in \(path); run init first, or name another directory")
        }
        try checkPermissions(path)
        let directory = CoordinatorDirectory(
            store: try SQLiteStore(directory: path), keys: try CoordinatorKeys.load(directory: path))
        guard try directory.store.read({ try $0.region() }) != nil else {
            throw StoreFailure(.region, "no region is founded in \(path); run init first")
        }
        return directory
    }

    /// Makes what is missing of a directory in which a region can be founded: itself, database and keys.
    ///
    /// May repeat until a region is founded, so an interrupted `init` is run again. Throws ``StoreFailure``, `region` when a
    /// region is founded there already.
    public static func prepare(_ path: String) throws -> CoordinatorDirectory {
        if !FileManager.default.fileExists(atPath: path) {
            do {
                try FileManager.default.createDirectory(
                    atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            } catch {
                throw StoreFailure(.io, "cannot create \(path)")
            }
        }
        try checkPermissions(path)
        let store = try SQLiteStore(directory: path)
        guard try store.read({ try $0.region() }) == nil else {
            throw StoreFailure(.region, "a region is founded in \(path) already")
        }
        return CoordinatorDirectory(store: store, keys: try CoordinatorKeys.loadOrCreate(directory: path))
    }

    static func checkPermissions(_ path: String) throws {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw StoreFailure(.io, "\(path) is not a directory that can be read")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw StoreFailure(.permissions, "\(path) can be entered by others; run chmod 700 on it")
        }
    }
}
