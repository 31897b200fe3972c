import Foundation
import GRDB
import Negotiation
import Statements
import SyncProtocol

extension SQLiteTransaction: StoreTransaction {
    func savepoint<Answer>(_ body: () throws -> Answer) throws -> Answer {
        // Prepared once: a group runs one for each operation.
        try write("SAVEPOINT part")
        do {
            let answer = try Storing.mapped(body)
            try write("RELEASE part")
            return answer
        } catch {
            memo.forget()
            do {
                try write("ROLLBACK TO part")
                try write("RELEASE part")
            } catch let failure {
                // SQLite may have undone the whole transaction by itself, as when the disk is full.
                throw error is StoreFailure ? error : failure
            }
            throw error
        }
    }

    func setRegion(_ region: RegionIdentity) throws {
        try run(
            "INSERT INTO region (id, code, name, zone, trial, bkd, language, node) VALUES (1, ?, ?, ?, ?, ?, ?, ?)",
            [
                region.code, region.name, region.zone, region.isTrial, region.bkd.text, region.language,
                Data(region.node.bytes),
            ])
    }

    func setHead(_ head: JournalHead) throws {
        try write(
            "UPDATE head SET epoch = ?, position = ?, day = ?",
            [.integer(head.epoch), .integer(head.position), .optional(head.day)])
    }

    func setTree(_ tree: TreeFrontier, _ root: JournalRoot) throws {
        try write("UPDATE head SET frontier = ?", [.bytes(tree.bytes)])
        try write(
            "INSERT INTO root (position, epoch, day, hash) VALUES (?, ?, ?, ?)",
            [.integer(root.position), .integer(root.epoch), .optional(root.day), .bytes(root.hash)])
    }

    func append(treeHash hash: [UInt8], level: Int, index: Int) throws {
        try write("INSERT INTO tree (id, hash) VALUES (?, ?)", [.integer(StoredTree.row(level, index)), .bytes(hash)])
    }

    func setDigest(_ digest: ViewDigest, of reader: Reader) throws {
        try write(
            """
            INSERT INTO digest (reader, count, sum) VALUES (?, ?, ?)
            ON CONFLICT (reader) DO UPDATE SET count = excluded.count, sum = excluded.sum
            """, [.row(try madeNumber(of: reader)), .integer(digest.count), .text(digest.hex)])
    }

    func append(bundle: SyncProtocol.Bundle) throws {
        try write(
            "INSERT INTO bundle (instance, number, bytes) VALUES (?, ?, ?)",
            [.bytes(bundle.instance.bytes), .integer(bundle.number), .bytes(bundle.bytes)])
    }

    func append(_ entry: StoredEntry) throws {
        try write(
            "INSERT INTO journal (position, agency, operation, bundle, item, bytes, leaf) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                .integer(entry.position), .row(try madeNumber(of: entry.agency)), .bytes(entry.operation.bytes),
                .row(try row(of: entry)), .integer(entry.index), .bytes(entry.bytes), .bytes(entry.leaf),
            ])
    }

    private func row(of entry: StoredEntry) throws -> Int64 {
        if let known = memo.bundle, known.instance == entry.instance, known.number == entry.bundle { return known.row }
        let found = try rowNumber(
            "SELECT id FROM bundle WHERE instance = ? AND number = ?",
            [.bytes(entry.instance.bytes), .integer(entry.bundle)])
        let row = try Storing.sound(found, "an entry's bundle")
        memo.bundle = (entry.instance, entry.bundle, row)
        return row
    }

    func append(_ decided: DecidedOperation, by agency: AgencyCode) throws {
        try write(
            "INSERT INTO decided (agency, operation, hash, position) VALUES (?, ?, ?, ?)",
            [
                .row(try madeNumber(of: agency)), .bytes(decided.operation.bytes), .bytes(decided.hash),
                .integer(decided.position),
            ])
    }

    func setNode(_ node: EnrolledNode) throws {
        try write(
            """
            INSERT INTO node (uuid, agency, registry, key, invitation, instance, exchange, nonce, bundle, bundleHash,
                reached, seen, revoked, sum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (uuid) DO UPDATE SET agency = excluded.agency, registry = excluded.registry,
                key = excluded.key, invitation = excluded.invitation, instance = excluded.instance,
                exchange = excluded.exchange, nonce = excluded.nonce, bundle = excluded.bundle,
                bundleHash = excluded.bundleHash, reached = excluded.reached, seen = excluded.seen,
                revoked = excluded.revoked, sum = excluded.sum
            """,
            RowSum.summed([
                .bytes(node.node.bytes), .row(try madeNumber(of: node.agency)), .integer(node.registry ? 1 : 0),
                .bytes(node.key.bytes), .optional(node.invitation?.bytes), .bytes(node.exchange.instance.bytes),
                .integer(node.exchange.exchange), .text(node.exchange.nonce), .integer(node.exchange.bundleNumber),
                .text(node.exchange.bundleHash), .integer(node.reached), .optional(node.seen),
                .integer(node.isRevoked ? 1 : 0),
            ]))
    }

    func setFormer(_ former: FormerInstance) throws {
        try write(
            """
            INSERT INTO former (node, instance, key, exchange, nonce, calls, first, last, told, sum)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (instance) DO UPDATE SET node = excluded.node, key = excluded.key, exchange = excluded.exchange,
                nonce = excluded.nonce, calls = excluded.calls, first = excluded.first, last = excluded.last,
                told = excluded.told, sum = excluded.sum
            """,
            RowSum.summed([
                .bytes(former.node.bytes), .bytes(former.instance.bytes), .bytes(former.key.bytes),
                .integer(former.exchange), .text(former.nonce), .integer(former.calls), .optional(former.first),
                .optional(former.last), .optional(former.told),
            ]))
    }

    func keep(_ attachment: Attachment) throws {
        try write(
            "INSERT OR IGNORE INTO attachment (name, salt, bytes) VALUES (?, ?, ?)",
            [.text(attachment.name), .bytes(attachment.salt), .bytes(attachment.bytes)])
    }
}
