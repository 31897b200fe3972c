import Foundation
import GRDB
import SyncProtocol

/// Reading the tree over the journal.
extension SQLiteTransaction {
    func frontier() throws -> TreeFrontier {
        let row = try Storing.sound(try one("SELECT position, frontier FROM head"), "the journal head")
        return try Storing.sound(
            TreeFrontier(size: try row.integer(at: 0), bytes: try row.blob(at: 1)),
            "the edge of the journal's tree")
    }

    func treeHashes(level: Int, from index: Int, count: Int) throws -> [[UInt8]] {
        let hashes =
            level == 0
            ? try all(
                "SELECT leaf FROM journal WHERE position > ? AND position <= ? ORDER BY position",
                [index, index + count], hash)
            : try all(
                "SELECT hash FROM tree WHERE id >= ? AND id < ? ORDER BY id",
                [StoredTree.row(level, index), StoredTree.row(level, index + count)], hash)
        return try Storing.sound(hashes.count == count ? hashes : nil, "a hash of the journal's tree")
    }

    private func hash(_ row: Row) throws -> [UInt8] {
        try hash(row, at: 0)
    }

    private func hash(_ row: Row, at index: Int) throws -> [UInt8] {
        let hash = try row.blob(at: index)
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
            epoch: try row.integer(at: 1), position: try row.integer(at: 0), day: try row.optionalText(at: 2),
            hash: try hash(row, at: 3))
    }

    func treeHashCount() throws -> Int {
        try Storing.sound(try one("SELECT count(*) AS number FROM tree"), "the tree").integer("number")
    }
}
