import GRDB
import SyncProtocol

/// The last head of an epoch that the coordinator left: evidence of how far its journal went before it was restored.
enum FormerHead {
    /// Keeps the head when the next one is of a later epoch.
    static func keep(_ head: Head?, before next: Head, in database: Database) throws {
        guard let head, next.epoch > head.epoch else { return }
        try database.execute(
            cached: "INSERT OR IGNORE INTO formerHead (epoch, position, root) VALUES (?, ?, ?)",
            arguments: [head.epoch, head.position, head.root])
    }

    /// The last head of each epoch that was left, in order.
    static func all(_ database: Database) throws -> [Head] {
        try Row.fetchAll(database, cached: "SELECT epoch, position, root FROM formerHead ORDER BY epoch").map { row in
            let row = SoundRow(row)
            return Head(
                epoch: try row.integer("epoch"), position: try row.integer("position"),
                root: try row.optionalText("root"))
        }
    }
}
