import Foundation

/// One sync at a time in a data directory: an advisory lock (`flock`) that the system releases when the process ends.
public final class SyncLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock or throws ``NodeFailure`` `syncing` at once. The file stays; only the lock counts.
    public init(_ directory: DataDirectory) throws {
        let descriptor = open(directory.lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw PrivateFile.failure("open", directory.lock)
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            close(descriptor)
            throw reason == EWOULDBLOCK
                ? NodeFailure(
                    .syncing, "Another process syncs this node at the moment.", advice: "Wait until it has finished.")
                : NodeFailure(
                    .io, "Cannot lock \(directory.lock): \(String(cString: strerror(reason))).",
                    advice: "Put the data directory on a local disk.")
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
