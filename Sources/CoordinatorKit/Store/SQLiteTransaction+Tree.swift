import Foundation
import GRDB
import Statements
import SyncProtocol

/// Reading the tree over the journal.
extension SQLiteTransaction {
    func frontier() throws -> TreeFrontier {
        let frontier = try first("SELECT position, frontier FROM head", []) { row in
            TreeFrontier(size: Int(try row.integer(0)), bytes: try row.bytes(1))
        }
        return try Storing.sound(frontier ?? nil, "the edge of the journal's tree")
    }

    func treeHashes(level: Int, from index: Int, count: Int) throws -> [[UInt8]] {
        let hashes =
            level == 0
            ? try each(
                "SELECT leaf FROM journal WHERE position > ? AND position <= ? ORDER BY position",
                [.integer(index), .integer(index + count)], hash)
            : try each(
                "SELECT hash FROM tree WHERE id >= ? AND id < ? ORDER BY id",
                [.integer(StoredTree.row(level, index)), .integer(StoredTree.row(level, index + count))], hash)
        return try Storing.sound(hashes.count == count ? hashes : nil, "a hash of the journal's tree")
    }

    private func hash(_ row: HotRow) throws -> [UInt8] {
        try hash(row.bytes(0))
    }

    private func hash(_ bytes: [UInt8]) throws -> [UInt8] {
        try Storing.sound(bytes.count == TreeHash.byteCount ? bytes : nil, "a hash of the journal's tree")
    }

    func root(at position: Int) throws -> JournalRoot? {
        try first("SELECT position, epoch, day, hash FROM root WHERE position = ?", [.integer(position)]) { row in
            JournalRoot(
                epoch: Int(try row.integer(1)), position: Int(try row.integer(0)),
                day: row.isNull(2) ? nil : try row.text(2), hash: try hash(row.bytes(3)))
        }
    }

    func roots(after position: Int, limit: Int) throws -> [JournalRoot] {
        try all(
            "SELECT position, epoch, day, hash FROM root WHERE position > ? ORDER BY position LIMIT ?",
            [position, limit], root)
    }

    private func root(_ row: Row) throws -> JournalRoot {
        JournalRoot(
            epoch: try row.integer(at: 1), position: try row.integer(at: 0), day: try row.optionalText(at: 2),
            hash: try hash(row.blob(at: 3)))
    }

    func treeHashCount() throws -> Int {
        try Storing.sound(try one("SELECT count(*) AS number FROM tree"), "the tree").integer("number")
    }
}
