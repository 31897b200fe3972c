import GRDB
import Statements
import SyncProtocol

/// The signed heads that this node keeps: the last one of each day and epoch, so the newest is always among them.
///
/// Beyond ``CheckpointLimits/kept`` the oldest go, but of each epoch the last stays as long as there is any other.
struct KeptCheckpoints {
    let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// The one with the latest head.
    func newest() throws -> Checkpoint? {
        try HotStatements(database).first(
            "SELECT text FROM checkpoint ORDER BY epoch DESC, position DESC LIMIT 1", [], { try Self.read($0.text(0)) })
    }

    /// All of them, the newest first.
    func all() throws -> [Checkpoint] {
        try read("SELECT text FROM checkpoint ORDER BY epoch DESC, position DESC")
    }

    /// The one of exactly this place in the journal.
    func one(epoch: Int, position: Int) throws -> Checkpoint? {
        try read("SELECT text FROM checkpoint WHERE epoch = ? AND position = ?", [epoch, position]).first
    }

    /// Keeps a checkpoint whose signature was checked; does nothing when it is there.
    func keep(_ checkpoint: Checkpoint) throws {
        let head = checkpoint.head
        let statements = HotStatements(database)
        try statements.run(
            "DELETE FROM checkpoint WHERE epoch = ? AND day IS ? AND position < ?",
            [.integer(head.epoch), .optional(checkpoint.day), .integer(head.position)])
        try statements.run(
            "INSERT OR IGNORE INTO checkpoint (epoch, position, day, text) VALUES (?, ?, ?, ?)",
            [.integer(head.epoch), .integer(head.position), .optional(checkpoint.day), .text(checkpoint.text)])
        let count = try statements.count("SELECT count(*) FROM checkpoint")
        guard count > CheckpointLimits.kept else { return }
        try database.execute(
            cached: """
                DELETE FROM checkpoint WHERE id IN (SELECT id FROM checkpoint AS old ORDER BY NOT EXISTS (
                    SELECT 1 FROM checkpoint WHERE epoch = old.epoch AND position > old.position), epoch, position
                    LIMIT ?)
                """, arguments: [count - CheckpointLimits.kept])
    }

    private func read(_ sql: String, _ arguments: StatementArguments = []) throws -> [Checkpoint] {
        try String.fetchAll(database, cached: sql, arguments: arguments).map(Self.read)
    }

    private static func read(_ text: String) throws -> Checkpoint {
        guard let checkpoint = try? Checkpoint(parsing: text) else {
            throw NodeFailure.damaged("A kept checkpoint is not what was written.")
        }
        return checkpoint
    }
}
