import GRDB

/// How a database declares its tables, indexes and triggers: what a declaration says decides what the rows mean, and no check of the
/// rows sees it.
public struct Declarations: Sendable {
    /// The words of each, by name: an empty list for what SQLite declares by itself.
    private let words: [String: [ArraySlice<UInt8>]]

    /// Reads them. Throws `DatabaseError`.
    public init(_ database: Database) throws {
        let rows = try Row.fetchAll(
            database, sql: "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'")
        var words: [String: [ArraySlice<UInt8>]] = [:]
        for row in rows {
            // A flipped bit may have made anything of these texts.
            let name = String.fromDatabaseValue(row[0]) ?? ""
            let text = String.fromDatabaseValue(row[1]) ?? ""
            words[name] = Array(text.utf8).split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
        }
        self.words = words
    }

    /// What these migrations declare in an empty database. Throws what they throw.
    public init(of migrate: (Database) throws -> Void) throws {
        let fresh = try DatabaseQueue()
        defer { try? fresh.close() }
        self = try fresh.write { database in
            try migrate(database)
            return try Declarations(database)
        }
    }

    /// The first name that is declared otherwise than there, but for white space; nil when none is.
    public func firstDifference(from other: Declarations) -> String? {
        Set(words.keys).union(other.words.keys).sorted().first { words[$0] != other.words[$0] }
    }
}
