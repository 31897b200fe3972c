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
