import Foundation

/// The first page of the database file, read as a file: what can be said about a database that another process holds.
///
/// SQLite's file format, section 1.3: the text `SQLite format 3`, the user version at byte 60 and the application id at 68, both
/// big-endian.
public enum DatabaseHeader {
    private static let magic = Array("SQLite format 3\0".utf8)

    /// The schema's version. Throws ``StoreFailure``: `region` without a database, `not-a-database`, `newer`, `io`.
    public static func version(directory: String) throws -> Int {
        let path = directory + "/" + SQLiteStore.fileName
        guard FileManager.default.fileExists(atPath: path) else {
            throw StoreFailure(
                .region, "there is no coordinator in \(directory); run init first, or name another directory")
        }
        guard let file = FileHandle(forReadingAtPath: path), let header = try? file.read(upToCount: 100).map(Array.init)
        else {
            throw StoreFailure(.io, "cannot read \(path)")
        }
        return try version(of: header, path)
    }

    static func version(of header: [UInt8], _ path: String) throws -> Int {
        guard header.count == 100, header.starts(with: magic), number(header, 68) == SQLiteSchema.applicationID else {
            throw StoreFailure(.notADatabase, "\(path) is not a coordinator's database")
        }
        let version = number(header, 60)
        guard version <= SQLiteSchema.migrations.count else {
            throw StoreFailure(
                .newer,
                "the database has version \(version), this program knows \(SQLiteSchema.migrations.count); update the program"
            )
        }
        return version
    }

    private static func number(_ header: [UInt8], _ offset: Int) -> Int {
        header[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
}
