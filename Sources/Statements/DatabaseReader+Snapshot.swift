import GRDB

extension DatabaseReader {
    /// Reads in one snapshot, as `read` does, but without `PRAGMA query_only` around it: on a connection that writes as well
    /// SQLite prepares every statement anew after each such pragma, which took longer than the reads themselves.
    ///
    /// Throws `DatabaseError`, and what `body` throws.
    public func snapshot<Answer>(_ body: (Database) throws -> Answer) throws -> Answer {
        try unsafeRead { database in
            try database.enclosed(by: "BEGIN DEFERRED TRANSACTION", body)
        }
    }
}
