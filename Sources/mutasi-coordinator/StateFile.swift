import Foundation
import Terminal

/// Small files of the coordinator's data directory that are replaced as a whole.
enum StateFile {
    static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    /// After a crash the old or the new content is there. Throws ``Failure`` `io`.
    static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o600) throws {
        let draft = path + ".new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0,
            rename(draft, path) == 0
        else { throw failure(path) }
        let folder = (path as NSString).deletingLastPathComponent
        let directory = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw failure(path) }
        defer { close(directory) }
        guard fsync(directory) == 0 else { throw failure(path) }
    }

    /// Removes the file if it is there.
    static func remove(_ path: String) {
        unlink(path)
    }

    private static func failure(_ path: String) -> Failure {
        Failure(.store, "io", exit: .cannotCreate, detail: "\(path): \(String(cString: strerror(errno)))")
    }
}
