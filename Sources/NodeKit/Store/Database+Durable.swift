import GRDB

extension Database {
    /// Makes the commit of this transaction write and sync whatever it does, so that all that it found is durable with it.
    ///
    /// Who died at the very end of a commit, or was refused its last sync, left it readable but not durable. Whoever then finds
    /// everything done changes nothing, and SQLite writes and syncs nothing for it, also when a row is updated to what it
    /// is. The number in the file's header that is for users, and that nobody uses, it writes always.
    func settleFormerCommits() throws {
        try execute(cached: "PRAGMA user_version = 0")
    }
}
