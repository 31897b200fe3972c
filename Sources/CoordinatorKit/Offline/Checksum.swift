import Foundation
import SyncProtocol

/// SHA-256 of a whole file, beside it in a file of its name and `.sha256`, in the form that `sha256sum -c` checks.
///
/// A database has pages that hold nothing, and bytes between rows that no query sees: only a hash of the whole file finds a bit that
/// flips there.
public enum Checksum {
    /// Where the checksum of a file stands.
    public static func path(of file: String) -> String {
        file + ".sha256"
    }

    /// Writes the checksum of a finished file, durable on return. Throws ``StoreFailure`` `io`.
    public static func write(for file: String) throws {
        let name = (file as NSString).lastPathComponent
        let line = Array("\(Hex.encode(try hash(file)))  \(name)\n".utf8)
        let path = path(of: file)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        guard Glibc.write(descriptor, line, line.count) == line.count, fsync(descriptor) == 0 else {
            throw failure(path)
        }
    }

    /// Compares a file with its checksum; false when there is none. Throws ``JournalDamage`` `file` when they differ, or
    /// ``StoreFailure`` `io`.
    public static func check(_ file: String) throws -> Bool {
        guard let text = FileManager.default.contents(atPath: path(of: file)) else { return false }
        let stated = text.split(separator: UInt8(ascii: " "), maxSplits: 1).first.map {
            String(decoding: $0, as: UTF8.self)
        }
        let name = (file as NSString).lastPathComponent
        guard let stated, Hex.decode(stated)?.count == 32, Array(text) == Array("\(stated)  \(name)\n".utf8) else {
            throw JournalDamage(.file, at: 0, "\(path(of: file)) is not the checksum of \(name)")
        }
        guard Hex.encode(try hash(file)) == stated else {
            throw JournalDamage(.file, at: 0, "\(file) is not, byte for byte, what its checksum was made of")
        }
        return true
    }

    private static func hash(_ file: String) throws -> [UInt8] {
        let reader = try FileReader(path: file)
        var hash = Sodium.SHA256()
        for offset in stride(from: 0, to: reader.count, by: 1 << 20) {
            let bytes = try reader.bytes(at: offset, count: min(1 << 20, reader.count - offset))
            hash.update(try Storing.sound(bytes, file))
        }
        return hash.finish()
    }

    private static func failure(_ path: String) -> StoreFailure {
        StoreFailure(.io, "cannot write \(path): \(String(cString: strerror(errno)))")
    }
}
