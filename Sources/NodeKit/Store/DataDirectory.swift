import Foundation

/// Where a node lives: a directory of mode 0700 with the database, the keys and the lock of the sync.
public struct DataDirectory: Sendable {
    public let path: String

    public init(_ path: String) {
        self.path = path
    }

    var database: String { path + "/node.db" }
    var keys: String { path + "/keys.json" }
    /// Keys of a join whose reply has not been seen yet.
    var join: String { path + "/join.json" }
    /// A rejoin that has begun: its keys, and once its reply was read, all that the node is from then on.
    var rejoin: String { path + "/rejoin.json" }
    /// What a restore puts in place; complete when ``restoreReady`` is in it.
    var restoring: DataDirectory { DataDirectory(path + "/restoring") }
    /// Names the folder in which what was replaced is kept.
    var restoreReady: String { restoring.path + "/ready" }
    var lock: String { path + "/sync.lock" }

    /// Whether a node has joined here.
    public var holdsNode: Bool {
        PrivateFile.exists(keys)
    }

    /// Makes the directory if it is not there. Throws ``NodeFailure``, also for one that others may use.
    func create() throws {
        if mkdir(path, 0o700) != 0, errno != EEXIST {
            throw PrivateFile.failure("create", path)
        }
        try check()
    }

    /// Refuses what is no directory, or one that others may use.
    func check() throws {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw NodeFailure(
                .noNode, "There is no directory \(path).",
                advice: "Give the data directory of a node, or join with an invitation from the BKD.")
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw NodeFailure(.noNode, "\(path) is not a directory.", advice: "Give the data directory of a node.")
        }
        try PrivateFile.checkOwner(path)
    }

    /// Goes on with a restore or rejoin that only the last steps are missing of. Throws ``NodeFailure``.
    func finishInterrupted() throws {
        guard PrivateFile.exists(restoreReady) || PrivateFile.exists(rejoin) else { return }
        if PrivateFile.exists(restoreReady) {
            let lock = try SyncLock(self)
            defer { withExtendedLifetime(lock) {} }
            try Restore.finish(self)
        }
        if let pending = try PendingRejoin.read(self), pending.joined != nil {
            let lock = try SyncLock(self)
            defer { withExtendedLifetime(lock) {} }
            try Rejoin.finish(pending, in: self)
        }
    }

    /// Refuses a directory in which no node has joined.
    func checkHoldsNode() throws {
        try check()
        guard holdsNode else {
            throw NodeFailure(
                .noNode, "No node has joined in \(path).",
                advice: PrivateFile.exists(database)
                    ? "There is a database without its keys: restore keys.json from the backup."
                    : "Join with an invitation from the BKD, or give another data directory.")
        }
    }
}
