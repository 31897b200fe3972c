import Foundation

/// Reads the bytes of an import from disk.
public enum ImportFolder {
    /// The files of an import that stand in a folder, in the order of `ImportFile`; others are left alone, the copies of
    /// bad rows among them.
    ///
    /// Throws `ImportError`: `unreadable` when the folder or a file cannot be read, `empty` when there is none of the files,
    /// `fileTooLarge` before a large file is read.
    public static func files(in folder: URL) throws(ImportError) -> [(name: String, bytes: [UInt8])] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        } catch {
            throw ImportError(code: .unreadable, file: folder.path, expected: "a folder that can be read")
        }
        var files: [(name: String, bytes: [UInt8])] = []
        for file in ImportFile.allCases {
            for name in names.sorted() where ImportFile(name: name) == file {
                files.append((name, try bytes(of: folder.appendingPathComponent(name))))
            }
        }
        guard !files.isEmpty else {
            throw ImportError(
                code: .empty, file: folder.path, values: ImportFile.allCases.map(\.rawValue),
                expected: "a folder with files of an import")
        }
        return files
    }

    /// The bytes of one file. Throws `ImportError`: `unreadable`, `fileTooLarge`.
    public static func bytes(of file: URL) throws(ImportError) -> [UInt8] {
        do {
            let values = try file.resolvingSymlinksInPath().resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey])
            if values.isRegularFile == true, let size = values.fileSize, size <= ImportLimits.fileBytes {
                return Array(try Data(contentsOf: file))
            }
            if values.isRegularFile == true, let size = values.fileSize {
                throw ImportError(
                    code: .fileTooLarge, file: file.lastPathComponent, values: [String(size)],
                    expected: "at most \(ImportLimits.fileBytes) bytes")
            }
        } catch let error as ImportError {
            throw error
        } catch {
            // The system's words may hold a path of the operator's machine; the code and the name say enough.
        }
        throw ImportError(
            code: .unreadable, file: file.lastPathComponent, expected: "a file that exists and can be read")
    }
}
