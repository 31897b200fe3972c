import Foundation

/// Writing a city to a folder.
///
/// The folder carries a list of what was written (`.mutasi-city`), and the list is written before the files: after a
/// crash the folder is still known as ours, and the next run removes exactly the listed files and nothing else.
extension City {
    static let manifestName = ".mutasi-city"
    private static let manifestTitle = "mutasi-lab city, list of written files"

    /// Writes every file below a folder, which is made where it is missing.
    ///
    /// A folder that an earlier run wrote is replaced. Throws `city-folder-not-empty` for any other folder with content,
    /// or when a file that is not ours stands in the way, and `city-cannot-write` when the disk refuses.
    public func write(to folder: String) throws(CityFailure) {
        let root = URL(filePath: folder, directoryHint: .isDirectory)
        try removeEarlierCity(in: root)
        let files = files()
        for (path, _) in files where FileManager.default.fileExists(atPath: root.appending(path: path).path) {
            throw Self.foreign(root.appending(path: path).path)
        }
        do {
            try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
            let manifest = [Self.manifestTitle] + files.map(\.path)
            try Data((manifest.joined(separator: "\n") + "\n").utf8)
                .write(to: root.appending(path: Self.manifestName), options: .atomic)
            for (path, bytes) in files {
                let file = root.appending(path: path)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(bytes).write(to: file, options: .withoutOverwriting)
            }
        } catch {
            throw Self.cannotWrite(folder, error)
        }
    }

    private func removeEarlierCity(in root: URL) throws(CityFailure) {
        let content: [String]
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: root.path, isDirectory: &isFolder) else {
            return
        }
        guard isFolder.boolValue else {
            throw Self.foreign(root.path)
        }
        do {
            content = try FileManager.default.contentsOfDirectory(atPath: root.path)
        } catch {
            throw Self.cannotWrite(root.path, error)
        }
        guard !content.isEmpty else {
            return
        }
        guard let data = try? Data(contentsOf: root.appending(path: Self.manifestName)),
            let lines = String(data: data, encoding: .utf8)?.split(separator: "\n").map(String.init),
            lines.first == Self.manifestTitle, lines.dropFirst().allSatisfy(Self.isPlainPath)
        else {
            throw Self.foreign(root.path)
        }
        do {
            for path in lines.dropFirst() where FileManager.default.fileExists(atPath: root.appending(path: path).path)
            {
                try FileManager.default.removeItem(at: root.appending(path: path))
            }
            try removeEmptiedFolders(of: Array(lines.dropFirst()), in: root)
        } catch {
            throw Self.cannotWrite(root.path, error)
        }
    }

    private func removeEmptiedFolders(of paths: [String], in root: URL) throws {
        var last = ""
        for path in paths {
            guard let slash = path.firstIndex(of: "/"), path[..<slash] != last else {
                continue
            }
            last = String(path[..<slash])
            let folder = root.appending(path: last)
            if let content = try? FileManager.default.contentsOfDirectory(atPath: folder.path), content.isEmpty {
                try FileManager.default.removeItem(at: folder)
            }
        }
    }

    /// Whether a line of the list can only name a file of a city: `name.csv` or `agency/name.csv`.
    ///
    /// The list is a file that anybody may have edited, and what it names is removed.
    static func isPlainPath(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return (1...2).contains(parts.count) && path.hasSuffix(".csv")
            && parts.allSatisfy { part in
                !part.isEmpty && !part.hasPrefix(".")
                    && part.utf8.allSatisfy { byte in
                        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                            || "-_.".utf8.contains(byte)
                    }
            }
    }

    private static func foreign(_ path: String) -> CityFailure {
        CityFailure(
            code: .folderNotEmpty, message: "\(path) holds files that no earlier run wrote.",
            remedy: "Name an empty or a new folder.")
    }

    private static func cannotWrite(_ path: String, _ error: any Error) -> CityFailure {
        CityFailure(
            code: .cannotWrite, message: "Writing to \(path) failed: \(error.localizedDescription)",
            remedy: "Check the free space and the rights of the folder.")
    }
}
