import Foundation

/// Files that only their owner may read: keys, and a join that has begun.
public enum PrivateFile {
    /// Far above any key file.
    static let byteLimit = 64 << 10

    /// Whether anything is at the path.
    public static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    /// Reads a file of mode 0600 or stricter. Throws ``NodeFailure``.
    static func read(_ path: String) throws -> [UInt8] {
        try checkOwner(path)
        guard let data = FileManager.default.contents(atPath: path) else {
            throw failure("read", path)
        }
        guard data.count <= byteLimit else {
            throw NodeFailure.damaged("\(path) is larger than \(byteLimit) bytes.")
        }
        return [UInt8](data)
    }

    /// Replaces the file as a whole; durable on return, and after a crash either the old or the new one is there. `mode` is for
    /// what others may read. Throws ``NodeFailure`` `io`.
    public static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o600) throws {
        let draft = path + ".new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard descriptor >= 0 else {
            throw failure("create", draft)
        }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else {
                throw failure("write", draft)
            }
            rest = rest.dropFirst(count)
        }
        guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0, rename(draft, path) == 0 else {
            throw failure("write", path)
        }
        try syncDirectory(of: path)
    }

    /// Removes the file if it is there, durably. Throws ``NodeFailure`` `io`.
    public static func remove(_ path: String) throws {
        guard unlink(path) == 0 || errno == ENOENT else {
            throw failure("remove", path)
        }
        try syncDirectory(of: path)
    }

    /// Makes an empty file of mode 0600 unless there is one.
    static func touch(_ path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw failure("create", path)
        }
        close(descriptor)
    }

    /// Removes what an earlier run left half-done.
    static func discard(_ path: String) throws {
        guard unlink(path) == 0 || errno == ENOENT else {
            throw failure("remove", path)
        }
    }

    /// Makes what was written to a file by others durable.
    static func sync(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw failure("open", path)
        }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else {
            throw failure("write", path)
        }
    }

    /// Copies a file of any size into a new one of mode 0600, durably.
    static func copy(_ path: String, to other: String) throws {
        let source = open(path, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else {
            throw failure("read", path)
        }
        defer { close(source) }
        try touch(other)
        let target = open(other, O_WRONLY | O_TRUNC | O_CLOEXEC)
        guard target >= 0 else {
            throw failure("create", other)
        }
        defer { close(target) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = Glibc.read(source, &buffer, buffer.count)
            guard count >= 0 else {
                throw failure("read", path)
            }
            guard count > 0 else { break }
            var rest = buffer[..<count]
            while !rest.isEmpty {
                let written = rest.withUnsafeBytes { Glibc.write(target, $0.baseAddress, $0.count) }
                guard written > 0 else {
                    throw failure("write", other)
                }
                rest = rest.dropFirst(written)
            }
        }
        guard fsync(target) == 0 else {
            throw failure("write", other)
        }
    }

    /// A new directory of mode 0700 where the system keeps what may go at any time.
    static func temporaryDirectory() throws -> String {
        var template = Array((FileManager.default.temporaryDirectory.path + "/mutasi-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else {
            throw failure("create", FileManager.default.temporaryDirectory.path)
        }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Refuses a file or directory of another user, or one that group or others may use.
    static func checkOwner(_ path: String) throws {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw failure("read", path)
        }
        guard status.st_uid == geteuid(), status.st_mode & 0o077 == 0 else {
            throw NodeFailure(
                .permissions, "Others on this machine may use \(path), or it belongs to another user.",
                advice: "Run chmod go= (and chown) on it, and find out who could read the keys.")
        }
    }

    /// The file's number in its file system; nil when it is not there.
    static func inode(_ path: String) -> UInt64? {
        var status = stat()
        return stat(path, &status) == 0 ? UInt64(status.st_ino) : nil
    }

    /// Renames a file or directory in one file system, durably.
    static func move(_ path: String, to other: String) throws {
        guard rename(path, other) == 0 else {
            throw failure("move", path)
        }
        try syncDirectory(of: other)
        try syncDirectory(of: path)
    }

    static func failure(_ verb: String, _ path: String) -> NodeFailure {
        NodeFailure(
            .io, "Cannot \(verb) \(path): \(String(cString: strerror(errno))).",
            advice: "Check the disk and who owns the data directory.")
    }

    private static func syncDirectory(of path: String) throws {
        let directory = (path as NSString).deletingLastPathComponent
        let descriptor = open(directory.isEmpty ? "." : directory, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw failure("open", directory)
        }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else {
            throw failure("write", directory)
        }
    }
}
