import GRDB
import SyncProtocol

/// Where the lives of the coordinator that this node came to began: what a coordinator asks that comes back from a backup of before.
enum EpochCuts {
    /// Keeps a cut. Of one epoch the latest place counts: who was away for several restores is told the earliest of theirs.
    static func keep(_ cut: JournalCut, in database: Database) throws {
        try database.execute(
            cached: """
                INSERT INTO epochCut (epoch, position) VALUES (?, ?)
                ON CONFLICT (epoch) DO UPDATE SET position = max(position, excluded.position)
                """, arguments: [cut.epoch, cut.position])
    }

    /// Those up to this epoch, in order, as many as are told.
    static func last(through epoch: Int, in database: Database) throws -> [JournalCut] {
        try Row.fetchAll(
            database, cached: "SELECT epoch, position FROM epochCut WHERE epoch <= ? ORDER BY epoch DESC LIMIT ?",
            arguments: [epoch, Limits.cuts]
        ).reversed().map { row in
            let row = SoundRow(row)
            return JournalCut(epoch: try row.integer("epoch"), position: try row.integer("position"))
        }
    }
}
