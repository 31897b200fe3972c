import Foundation

/// Holds a data directory for one process: an advisory lock (`flock`) on a file beside the database, which the system
/// releases when the process ends in whatever way.
public final class StoreLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock or throws ``StoreFailure`` `locked` at once. The file stays; only the lock counts.
    public init(directory: String) throws {
        let path = directory + "/coordinator.lock"
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StoreFailure(.io, "cannot open \(path): \(String(cString: strerror(errno)))")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            close(descriptor)
            throw reason == EWOULDBLOCK
                ? StoreFailure(.locked, "another process serves \(directory); stop it first")
                : StoreFailure(.io, "cannot lock \(path): \(String(cString: strerror(reason)))")
        }
        self.descriptor = descriptor
    }

    deinit {
        // A child that was forked and has not yet become another program still has the descriptor: closing ours alone
        // would leave the lock with it.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
