import GRDB

extension DatabaseReader {
    /// Reads in one snapshot, as `read` does, but without `PRAGMA query_only` around it: on a connection that writes as well
    /// SQLite prepares every statement anew after each such pragma, which took longer than the reads themselves.
    ///
    /// Throws `DatabaseError`, and what `body` throws.
    public func snapshot<Answer>(_ body: (Database) throws -> Answer) throws -> Answer {
        try unsafeRead { database in
            // From the cache: to prepare these two took longer than many a read between them.
            try database.cachedStatement(sql: "BEGIN DEFERRED TRANSACTION").execute()
            do {
                let answer = try body(database)
                try database.cachedStatement(sql: "COMMIT TRANSACTION").execute()
                return answer
            } catch {
                if database.isInsideTransaction {
                    // What failed is what the caller is told.
                    try? database.rollback()
                }
                throw error
            }
        }
    }
}
