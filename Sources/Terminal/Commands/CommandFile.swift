import Foundation
import StrictJSON

/// A file that a command is told to read.
public enum CommandFile {
    /// The whole file. Throws ``CommandError`` `bad-argument` when it cannot be read or is larger.
    public static func read(_ path: String, maxBytes: Int) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandError(
                .badArgument, Sentence("Berkas {file} tidak terbaca.", "The file {file} cannot be read."),
                advice: Sentence("Periksa nama dan hak akses berkas.", "Check the file's name and who may read it."),
                values: [("file", path)])
        }
        guard data.count <= maxBytes else {
            throw CommandError(
                .badArgument,
                Sentence(
                    "Berkas {file} lebih besar dari {limit} byte.", "The file {file} is larger than {limit} bytes."),
                advice: Sentence("Beri berkas yang benar.", "Give the right file."),
                values: [("file", path), ("limit", "\(maxBytes)")])
        }
        return Array(data)
    }

    /// Makes a file for its owner alone, durable on return. Throws ``Failure`` `io`, also when it is there already.
    public static func create(_ path: String, _ bytes: [UInt8]) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        func failure() -> Failure {
            Failure(.node, "io", exit: .cannotCreate, detail: "\(path): \(String(cString: strerror(errno)))")
        }
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else {
                let refused = failure()
                unlink(path)
                throw refused
            }
            written += count
        }
        guard fsync(descriptor) == 0 else { throw failure() }
    }

    /// The line, from 1 on, in which a byte of a text stands.
    static func line(at offset: Int, in bytes: [UInt8]) -> Int {
        1 + bytes.prefix(max(0, offset)).count { $0 == UInt8(ascii: "\n") }
    }

    /// The file as JSON. Throws ``Failure`` `bad-body` with the file and the place.
    public static func json(_ path: String, maxBytes: Int) throws -> JSON {
        let bytes = try read(path, maxBytes: maxBytes)
        do {
            return try JSON(parsing: bytes)
        } catch let error as JSONError {
            throw Failure(.json, error.code.rawValue, exit: .badData, detail: "\(path): \(error)")
        }
    }

    /// Writes a file for its owner alone, replacing one that is there; after a crash the old or the new one is there.
    /// Throws ``CommandError`` `bad-argument`.
    public static func write(_ bytes: [UInt8], to path: String) throws {
        let draft = path + ".part"
        let made = FileManager.default.createFile(
            atPath: draft, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
        guard made, rename(draft, path) == 0 else {
            throw CommandError(
                .badArgument, Sentence("Berkas {file} tidak dapat ditulis.", "The file {file} cannot be written."),
                advice: Sentence("Periksa folder dan ruang disk.", "Check the folder and the disk's space."),
                values: [("file", path)])
        }
    }
}
