import Foundation

/// What a mirror in a folder asks of the system; a value, so that tests can let its n-th call fail.
public struct MirrorSystem: Sendable {
    public typealias Write = @Sendable (_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int
    public typealias Sync = @Sendable (_ descriptor: Int32) -> Int32

    /// As write(2): how many bytes it took, or -1.
    public var write: Write
    /// As fsync(2).
    public var sync: Sync

    public init(
        write: @escaping Write = { Glibc.write($0, $1.baseAddress, $1.count) }, sync: @escaping Sync = { fsync($0) }
    ) {
        self.write = write
        self.sync = sync
    }

    /// Makes a folder for its owner alone unless it is there; its name is durable on return.
    func makeFolder(_ path: String) throws {
        if mkdir(path, 0o700) == 0 {
            try syncFolder(of: path)
        } else if errno != EEXIST {
            throw Self.failure("create", path)
        }
    }

    /// Adds bytes at the end of a file, durable on return; returns how many. `isNew` when the file's first bytes are among
    /// them: one that a crash left is begun anew.
    func append(_ bytes: [UInt8], to path: String, isNew: Bool) throws -> Int {
        let flags = O_WRONLY | O_CLOEXEC | O_APPEND | (isNew ? O_CREAT | O_TRUNC : 0)
        let descriptor = open(path, flags, 0o600)
        guard descriptor >= 0 else { throw Self.failure("open", path) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { write(descriptor, UnsafeRawBufferPointer(rebasing: $0[written...])) }
            guard count > 0 else { throw Self.failure("write", path) }
            written += count
        }
        guard sync(descriptor) == 0 else { throw Self.failure("write", path) }
        if isNew {
            try syncFolder(of: path)
        }
        return bytes.count
    }

    /// Makes a name in a folder durable.
    private func syncFolder(of path: String) throws {
        let folder = (path as NSString).deletingLastPathComponent
        let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure("open", folder) }
        defer { close(descriptor) }
        guard sync(descriptor) == 0 else { throw Self.failure("write", folder) }
    }

    static func failure(_ verb: String, _ path: String) -> StoreFailure {
        StoreFailure(.io, "cannot \(verb) \(path): \(String(cString: strerror(errno)))")
    }
}
