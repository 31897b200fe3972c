import Foundation

/// Copies of files that are there after a power cut, for their owner alone.
public enum DurableFile {
    /// Copies a file; the target must not exist. Durable on return; when it throws, there is no target. Throws ``StoreFailure``.
    public static func copy(_ source: String, to target: String) throws {
        let input = open(source, O_RDONLY | O_CLOEXEC)
        guard input >= 0 else { throw failure("read", source) }
        defer { close(input) }
        let output = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard output >= 0 else { throw failure("create", target) }
        defer { close(output) }
        do {
            var buffer = [UInt8](repeating: 0, count: 1 << 20)
            while true {
                let count = read(input, &buffer, buffer.count)
                guard count >= 0 else { throw failure("read", source) }
                if count == 0 { break }
                var written = 0
                while written < count {
                    let step = buffer[written..<count].withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
                    guard step > 0 else { throw failure("write", target) }
                    written += step
                }
            }
            guard fsync(output) == 0 else { throw failure("write", target) }
            try synchronize((target as NSString).deletingLastPathComponent)
        } catch {
            unlink(target)
            throw error
        }
    }

    /// Makes a file's content, or a folder's names, durable.
    public static func synchronize(_ path: String) throws {
        let descriptor = open(path.isEmpty ? "." : path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("open", path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("write", path) }
    }

    static func failure(_ verb: String, _ path: String) -> StoreFailure {
        StoreFailure(.io, "cannot \(verb) \(path): \(String(cString: strerror(errno)))")
    }
}
