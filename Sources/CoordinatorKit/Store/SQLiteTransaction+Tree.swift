import Foundation
import GRDB
import SyncProtocol

/// Reading the tree over the journal.
extension SQLiteTransaction {
    func frontier() throws -> TreeFrontier {
        let row = try Storing.sound(try one("SELECT position, frontier FROM head"), "the journal head")
        return try Storing.sound(
            TreeFrontier(size: try row.integer("position"), bytes: try row.blob("frontier")),
            "the edge of the journal's tree")
    }

    func treeHashes(level: Int, from index: Int, count: Int) throws -> [[UInt8]] {
        let hashes =
            level == 0
            ? try all(
                "SELECT leaf AS hash FROM journal WHERE position > ? AND position <= ? ORDER BY position",
                [index, index + count], hash)
            : try all(
                "SELECT hash FROM tree WHERE id >= ? AND id < ? ORDER BY id",
                [StoredTree.row(level, index), StoredTree.row(level, index + count)], hash)
        return try Storing.sound(hashes.count == count ? hashes : nil, "a hash of the journal's tree")
    }

    private func hash(_ row: Row) throws -> [UInt8] {
        let hash = try row.blob("hash")
        return try Storing.sound(hash.count == TreeHash.byteCount ? hash : nil, "a hash of the journal's tree")
    }

    private static let rootColumns = "SELECT position, epoch, day, hash FROM root"

    func root(at position: Int) throws -> JournalRoot? {
        try one(Self.rootColumns + " WHERE position = ?", [position]).map(root)
    }

    func roots(after position: Int, limit: Int) throws -> [JournalRoot] {
        try all(Self.rootColumns + " WHERE position > ? ORDER BY position LIMIT ?", [position, limit], root)
    }

    private func root(_ row: Row) throws -> JournalRoot {
        JournalRoot(
            epoch: try row.integer("epoch"), position: try row.integer("position"), day: try row.optionalText("day"),
            hash: try hash(row))
    }

    func treeHashCount() throws -> Int {
        try Storing.sound(try one("SELECT count(*) AS number FROM tree"), "the tree").integer("number")
    }
}
