import GRDB

extension DatabaseWriter {
    /// Writes in one transaction, all or nothing, as `write` does, but with its two statements from the cache: GRDB prepares
    /// them anew each time, which takes longer than many a write between them.
    ///
    /// Throws `DatabaseError`, and what `body` throws; then nothing was written.
    public func transaction<Answer>(_ body: (Database) throws -> Answer) throws -> Answer {
        try writeWithoutTransaction { database in
            try database.enclosed(by: "BEGIN IMMEDIATE TRANSACTION", body)
        }
    }
}

extension Database {
    /// Runs `body` between the statement and COMMIT. Throws `DatabaseError`, and what `body` throws, after a rollback.
    func enclosed<Answer>(by begin: String, _ body: (Database) throws -> Answer) throws -> Answer {
        try cachedStatement(sql: begin).execute()
        do {
            let answer = try body(self)
            // SQLite ends a transaction by itself after some errors, and not every body passes those on.
            guard isInsideTransaction else {
                throw DatabaseError(resultCode: .SQLITE_ABORT, message: "the transaction was rolled back")
            }
            try cachedStatement(sql: "COMMIT TRANSACTION").execute()
            return answer
        } catch {
            if isInsideTransaction {
                // What failed is what the caller is told.
                try? rollback()
            }
            throw error
        }
    }
}
