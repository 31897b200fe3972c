import Foundation
import GRDB
import Negotiation
import Statements
import SyncProtocol

extension SQLiteTransaction: StoreSnapshot {
    func region() throws -> RegionIdentity? {
        try one("SELECT * FROM region").map { row in
            RegionIdentity(
                code: try row.text("code"), name: try row.text("name"), zone: try row.text("zone"),
                isTrial: try row.boolean("trial"),
                bkd: try Storing.sound(AgencyCode(try row.text("bkd")), "the personnel agency's code"),
                language: try row.text("language"),
                node: try Storing.sound(NodeID(bytes: try row.blob("node")), "the coordinator's node id"))
        }
    }

    func head() throws -> JournalHead {
        let head = try first("SELECT epoch, position, day FROM head", []) { row in
            JournalHead(
                epoch: Int(try row.integer(0)), position: Int(try row.integer(1)),
                day: row.isNull(2) ? nil : try row.text(2))
        }
        return try Storing.sound(head, "the journal head")
    }

    func entries(after position: Int, limit: Int) throws -> [StoredEntry] {
        try each(
            """
            SELECT position, code, operation, instance, number, item, journal.bytes, leaf FROM journal
            JOIN agency ON agency.id = journal.agency JOIN bundle ON bundle.id = journal.bundle
            WHERE position > ? ORDER BY position LIMIT ?
            """, [.integer(position), .integer(limit)], entry)
    }

    func entry(at position: Int) throws -> StoredEntry? {
        try first(
            """
            SELECT position, code, operation, instance, number, item, journal.bytes, leaf FROM journal
            JOIN agency ON agency.id = journal.agency JOIN bundle ON bundle.id = journal.bundle WHERE position = ?
            """, [.integer(position)], entry)
    }

    private func entry(_ row: HotRow) throws -> StoredEntry {
        StoredEntry(
            position: Int(try row.integer(0)), agency: try agency(row, at: 1),
            operation: try Storing.sound(OperationID(bytes: try row.bytes(2)), "an operation id"),
            instance: try Storing.sound(InstanceID(bytes: try row.bytes(3)), "an instance id"),
            bundle: Int(try row.integer(4)), index: Int(try row.integer(5)), bytes: try row.bytes(6),
            leaf: try row.bytes(7))
    }

    func bundle(_ instance: InstanceID, number: Int) throws -> [UInt8]? {
        try first(
            "SELECT bytes FROM bundle WHERE instance = ? AND number = ?", [.bytes(instance.bytes), .integer(number)]
        ) { try $0.bytes(0) }
    }

    func decided(_ operation: OperationID, by agency: AgencyCode) throws -> [DecidedOperation] {
        guard let author = try number(of: agency) else { return [] }
        return try each(
            "SELECT hash, position FROM decided WHERE operation = ? AND agency = ? ORDER BY position",
            [.bytes(operation.bytes), .row(author)]
        ) { row in
            DecidedOperation(operation: operation, hash: try row.bytes(0), position: Int(try row.integer(1)))
        }
    }

    func node(_ id: NodeID) throws -> EnrolledNode? {
        try first(
            """
            SELECT uuid, code, registry, key, invitation, exchange, nonce, bundle, bundleHash, instance, reached, seen, revoked
            FROM node JOIN agency ON agency.id = node.agency WHERE uuid = ?
            """, [.bytes(id.bytes)], node)
    }

    func node(keyed key: VerifyingKey) throws -> EnrolledNode? {
        try first(
            """
            SELECT uuid, code, registry, key, invitation, exchange, nonce, bundle, bundleHash, instance, reached, seen, revoked
            FROM node JOIN agency ON agency.id = node.agency WHERE key = ?
            """, [.bytes(key.bytes)], node)
    }

    func nodes() throws -> [EnrolledNode] {
        try each(
            """
            SELECT uuid, code, registry, key, invitation, exchange, nonce, bundle, bundleHash, instance, reached, seen, revoked
            FROM node JOIN agency ON agency.id = node.agency ORDER BY node.id
            """, [], node)
    }

    func reach() throws -> [AgencyCode: Int] {
        let highest = try each(
            """
            SELECT agency.code, max(node.reached) FROM node JOIN agency ON agency.id = node.agency
            WHERE NOT node.revoked GROUP BY node.agency
            """, []
        ) { (try agency($0, at: 0), Int(try $0.integer(1))) }
        return Dictionary(uniqueKeysWithValues: highest)
    }

    private func node(_ row: HotRow) throws -> EnrolledNode {
        EnrolledNode(
            node: try Storing.sound(NodeID(bytes: try row.bytes(0)), "a node id"), agency: try agency(row, at: 1),
            registry: try row.flag(2),
            key: try Storing.sound(VerifyingKey(checked: try row.bytes(3)), "a node's key"),
            invitation: row.isNull(4)
                ? nil : try Storing.sound(RecordID(bytes: try row.bytes(4)), "an invitation's id"),
            exchange: ExchangeState(
                exchange: Int(try row.integer(5)), nonce: try row.text(6),
                bundleNumber: Int(try row.integer(7)), bundleHash: try row.text(8),
                instance: try Storing.sound(InstanceID(bytes: try row.bytes(9)), "an instance id")),
            reached: Int(try row.integer(10)), seen: row.isNull(11) ? nil : try row.text(11),
            isRevoked: try row.flag(12))
    }

    func formers(of node: NodeID) throws -> [FormerInstance] {
        try all("SELECT * FROM former WHERE node = ? ORDER BY id DESC", [Data(node.bytes)], former)
    }

    func former(_ instance: InstanceID) throws -> FormerInstance? {
        try one("SELECT * FROM former WHERE instance = ?", [Data(instance.bytes)]).map(former)
    }

    private func former(_ row: Row) throws -> FormerInstance {
        FormerInstance(
            node: try Storing.sound(NodeID(bytes: try row.blob("node")), "a node id"),
            instance: try Storing.sound(InstanceID(bytes: try row.blob("instance")), "an instance id"),
            key: try Storing.sound(VerifyingKey(checked: try row.blob("key")), "a node's key"),
            exchange: try row.integer("exchange"), nonce: try row.text("nonce"), calls: try row.integer("calls"),
            first: try row.optionalText("first"), last: try row.optionalText("last"),
            told: try row.optionalInteger("told"))
    }

    func audience(of readers: [Reader], after position: Int, through: Int, limit: Int) throws -> [AudienceRow] {
        // One index walk for each reader; most of a page is of one of them.
        var rows: [(row: AudienceRow, record: Int64)] = []
        for reader in readers {
            guard let number = try number(of: reader) else { continue }
            rows += try each(
                """
                SELECT audience.position, audience.present, record.id, record.uuid FROM audience
                JOIN record ON record.id = audience.record
                WHERE reader = ? AND position > ? AND position <= ? ORDER BY position, record LIMIT ?
                """, [.row(number), .integer(position), .integer(through), .integer(limit)]
            ) { row in
                let id = try Storing.sound(RecordID(bytes: try row.bytes(3)), "a record id")
                let read = AudienceRow(
                    reader: reader, record: id, position: Int(try row.integer(0)), present: try row.flag(1))
                return (read, try row.integer(2))
            }
        }
        return rows.sorted { ($0.row.position, $0.record) < ($1.row.position, $1.record) }.prefix(limit).map(\.row)
    }

    func holders(of record: RecordID, among readers: [Reader]) throws -> [Reader] {
        try readers.filter { reader in
            guard let number = try number(of: reader) else { return false }
            return try rowNumber(
                """
                SELECT 1 FROM record JOIN audience
                ON audience.reader = ? AND audience.position = record.changed AND audience.record = record.id
                WHERE record.uuid = ? AND present = 1
                """, [.row(number), .bytes(record.bytes)]) != nil
        }
    }

    func digest(of reader: Reader) throws -> ViewDigest {
        guard let number = try number(of: reader) else { return ViewDigest() }
        let digest = try first("SELECT count, sum FROM digest WHERE reader = ?", [.row(number)]) { row in
            try Storing.sound(ViewDigest(hex: try row.text(1), count: Int(try row.integer(0))), "a digest")
        }
        return digest ?? ViewDigest()
    }

    func attachment(_ name: String) throws -> Attachment? {
        try one("SELECT salt, bytes FROM attachment WHERE name = ?", [name]).map { row in
            Attachment(salt: try row.blob("salt"), bytes: try row.blob("bytes"))
        }
    }

    func everything() throws -> StateListing {
        var listing = StateListing()
        listing.records = try each(
            "SELECT uuid, kind, revision, audience, body, created, changed FROM record ORDER BY uuid", [], record)
        let links = try each(
            "SELECT uuid, name, value FROM link JOIN record ON record.id = link.record ORDER BY uuid, name, value", []
        ) { (try recordID($0, at: 0), Link(try $0.text(1), try $0.text(2))) }
        for (record, link) in links {
            listing.links[record, default: []].append(link)
        }
        let claims = try each("SELECT tag, record FROM claim", []) { (try $0.text(0), try recordID($0, at: 1)) }
        for (tag, record) in claims {
            listing.claims[tag] = record
        }
        listing.audience = try each(
            """
            SELECT reader, code, uuid, position, present FROM audience JOIN record ON record.id = audience.record
            LEFT JOIN agency ON agency.id = reader ORDER BY code, uuid
            """, []
        ) { row in
            AudienceRow(
                reader: try reader(row), record: try recordID(row, at: 2), position: Int(try row.integer(3)),
                present: try row.flag(4))
        }
        let digests = try each("SELECT reader, code, sum, count FROM digest LEFT JOIN agency ON agency.id = reader", [])
        {
            row in
            (
                try reader(row),
                try Storing.sound(ViewDigest(hex: try row.text(2), count: Int(try row.integer(3))), "a digest")
            )
        }
        for (reader, digest) in digests {
            listing.digests[reader] = digest
        }
        listing.decided = try each(
            "SELECT code, operation, hash, position FROM decided JOIN agency ON agency.id = decided.agency ORDER BY position",
            []
        ) { row in
            (
                agency: try agency(row, at: 0),
                operation: DecidedOperation(
                    operation: try Storing.sound(OperationID(bytes: try row.bytes(1)), "an operation id"),
                    hash: try row.bytes(2), position: Int(try row.integer(3)))
            )
        }
        return listing
    }

    private func recordID(_ row: HotRow, at index: Int32) throws -> RecordID {
        try Storing.sound(RecordID(bytes: try row.bytes(index)), "a record id")
    }

    /// Whose number stands in the first column and whose code in the second.
    private func reader(_ row: HotRow) throws -> Reader {
        try row.integer(0) == 0 ? .all : .agency(agency(row, at: 1))
    }

    func bundleCount() throws -> Int {
        try Int(first("SELECT count(*) FROM bundle", []) { try $0.integer(0) } ?? 0)
    }
}
