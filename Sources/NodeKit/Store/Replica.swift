import GRDB
import Negotiation
import SyncProtocol

/// The records of one generation, with the index and the attachment names that follow from their bodies.
struct Replica {
    let database: Database
    let generation: Int

    private static let columns = "id, uuid, kind, revision, body, created, changed"

    /// A record with its row.
    struct Held {
        var row: Int
        var record: Negotiation.Record
    }

    func held(_ id: RecordID) throws -> Held? {
        try Row.fetchOne(
            database.cachedStatement(
                sql: "SELECT \(Self.columns) FROM record WHERE uuid = ? AND generation = ?"),
            arguments: [id.bytes.blob, generation]
        ).map(Self.held)
    }

    /// Ordered by the position at which they came to be known here, then by id.
    func records(linked link: Link) throws -> [Negotiation.Record] {
        try Row.fetchAll(
            database,
            cached: """
                SELECT \(Self.columns) FROM record
                WHERE generation = ? AND id IN (SELECT record FROM link WHERE name = ? AND value = ?)
                ORDER BY created, uuid
                """,
            arguments: [generation, link.name, link.value]
        ).map { try Self.held($0).record }
    }

    /// Calls the closure with each record in the order of ids.
    func forEach(_ body: (Held) throws -> Void) throws {
        let rows = try Row.fetchCursor(
            database, sql: "SELECT \(Self.columns) FROM record WHERE generation = ? ORDER BY uuid",
            arguments: [generation])
        while let row = try rows.next() {
            try body(try Self.held(row))
        }
    }

    /// Puts the record in place of what is held under its id, and brings the digest along.
    func put(
        _ id: RecordID, kind: RecordKind, revision: Int, changed: Int, body: [UInt8], digest: inout ViewDigest
    ) throws {
        let old = try held(id)
        if let old {
            digest.remove(old.record.leaf)
            try database.cachedStatement(sql: "DELETE FROM record WHERE id = ?").execute(arguments: [old.row])
        }
        let record = Negotiation.Record(
            id: id, kind: kind, revision: revision, audience: .all, body: body, created: old?.record.created ?? changed,
            changed: changed)
        digest.add(record.leaf)
        try insert(record)
    }

    /// Deletes the copy, if there is one.
    func remove(_ id: RecordID, digest: inout ViewDigest) throws {
        guard let old = try held(id) else { return }
        digest.remove(old.record.leaf)
        try database.cachedStatement(sql: "DELETE FROM record WHERE id = ?").execute(arguments: [old.row])
    }

    /// Computed from the stored bodies, not from what was kept along the way.
    func recomputedDigest() throws -> ViewDigest {
        var digest = ViewDigest()
        try forEach { digest.add($0.record.leaf) }
        return digest
    }

    private func insert(_ record: Negotiation.Record) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO record (generation, uuid, kind, revision, body, created, changed)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            generation, record.id.bytes.blob, record.kind.rawValue, record.revision, record.body.blob, record.created,
            record.changed,
        ])
        let row = database.lastInsertedRowID
        let link = try database.cachedStatement(sql: "INSERT INTO link (name, value, record) VALUES (?, ?, ?)")
        for each in Links.of(record) {
            try link.execute(arguments: [each.name, each.value, row])
        }
        let naming = try database.cachedStatement(sql: "INSERT INTO recordAttachment (name, record) VALUES (?, ?)")
        for name in AttachmentNames.of(record.body) {
            try naming.execute(arguments: [name, row])
        }
    }

    private static func held(_ row: Row) throws -> Held {
        let row = SoundRow(row)
        return Held(
            row: try row.integer("id"),
            record: Negotiation.Record(
                id: try row.sound(RecordID(bytes: row.blob("uuid")), "uuid"),
                kind: RecordKind(rawValue: try row.text("kind")), revision: try row.integer("revision"),
                audience: .all, body: try row.blob("body"), created: try row.integer("created"),
                changed: try row.integer("changed")))
    }
}

extension Negotiation.Record {
    /// The record's part of the view digest.
    var leaf: ViewDigest.Leaf {
        ViewDigest.leaf(kind: kind.rawValue, id: id, revision: revision, body: body)
    }
}
