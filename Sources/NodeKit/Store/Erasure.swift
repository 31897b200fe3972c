import GRDB

/// What was deleted leaves the file.
///
/// `secure_delete` overwrites a row where it stood, but SQLite moves rows between pages when it balances its trees, and what they
/// leave behind in the unused middle of a page stays. So whoever deletes other agencies' data owes an erasure in the same
/// transaction, and once the view is complete the file is written anew. What fails stays owed.
enum Erasure {
    private static let name = "erasure"

    /// The bytes of rows that this transaction deleted may still be in the file when it ends.
    static func owe(_ database: Database) throws {
        try database.execute(
            cached: "INSERT OR IGNORE INTO upkeep (name, at, file) VALUES (?, '', '')", arguments: [name])
    }

    static func isOwed(_ database: Database) throws -> Bool {
        try Int.fetchOne(database, cached: "SELECT EXISTS (SELECT 1 FROM upkeep WHERE name = ?)", arguments: [name])
            == 1
    }

    static func settle(_ database: Database) throws {
        try database.execute(sql: "VACUUM")
        try database.execute(cached: "DELETE FROM upkeep WHERE name = ?", arguments: [name])
    }
}

extension NodeStore {
    /// Whether deleted data may still be in the file. Throws ``NodeFailure``.
    package func owesErasure() throws -> Bool {
        try read(Erasure.isOwed)
    }

    /// Writes the file anew without what was deleted. For a disk that has no room for it now it stays owed.
    func settleErasure() {
        try? NodeFailure.mapping { try writer.writeWithoutTransaction(Erasure.settle) }
    }
}
