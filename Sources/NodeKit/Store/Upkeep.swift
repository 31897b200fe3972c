import GRDB

/// When somebody last looked after the node's backups, by this machine's clock; shown by `status`.
public struct Upkeep: Equatable, Sendable {
    /// What is remembered.
    enum Name: String {
        /// A backup was made and checked on the spot.
        case backup
        /// A backup of this node was opened and checked.
        case check
    }

    /// A backup older than this is told as a fault.
    static let oldDays = 35

    /// RFC 3339; nil when it never happened.
    public var lastBackup: String?
    /// RFC 3339 of the last backup that was found whole by a check of its own; nil when it never happened.
    public var lastCheck: String?

    /// Whether there is no backup that is young enough.
    func isOld(at now: Stamp) -> Bool {
        guard let made = lastBackup.flatMap(Stamp.init(text:)) else { return true }
        return made.seconds(until: now) > Self.oldDays * 86_400
    }

    init(_ database: Database) throws {
        lastBackup = try Self.at(.backup, database)
        lastCheck = try Self.at(.check, database)
    }

    static func note(_ name: Name, file: String, at stamp: Stamp, _ database: Database) throws {
        try database.execute(
            cached: """
                INSERT INTO upkeep (name, at, file) VALUES (?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET at = excluded.at, file = excluded.file
                """, arguments: [name.rawValue, stamp.text, file])
    }

    private static func at(_ name: Name, _ database: Database) throws -> String? {
        try String.fetchOne(database, cached: "SELECT at FROM upkeep WHERE name = ?", arguments: [name.rawValue])
    }
}
