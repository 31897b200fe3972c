import GRDB
import Negotiation
import Statements
import SyncProtocol

/// The records of one generation, with the index and the attachment names that follow from their bodies.
struct Replica {
    let database: Database
    let generation: Int
    private let statements: HotStatements

    init(database: Database, generation: Int) {
        self.database = database
        self.generation = generation
        statements = HotStatements(database)
    }

    /// A record with its row.
    struct Held {
        var row: Int
        var record: Negotiation.Record
    }

    private static let one: StaticString = """
        SELECT id, uuid, kind, revision, body, created, changed FROM record WHERE uuid = ? AND generation = ?
        """
    private static let linked: StaticString = """
        SELECT id, uuid, kind, revision, body, created, changed FROM record
        WHERE generation = ? AND id IN (SELECT record FROM link WHERE name = ? AND value = ?) ORDER BY created, uuid
        """
    private static let names = SoundRow.columns(of: one)

    func held(_ id: RecordID) throws -> Held? {
        try statements.first(Self.one, [.bytes(id.bytes), .integer(generation)]) {
            try Self.held(SoundRow($0, columns: Self.names))
        }
    }

    /// Ordered by the position at which they came to be known here, then by id.
    func records(linked link: Link) throws -> [Negotiation.Record] {
        try statements.all(Self.linked, [.integer(generation), .text(link.name), .text(link.value)]) {
            try Self.held(SoundRow($0, columns: Self.names)).record
        }
    }

    /// Calls the closure with each record in the order of ids.
    func forEach(_ body: (Held) throws -> Void) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT id, uuid, kind, revision, body, created, changed FROM record WHERE generation = ? ORDER BY uuid
                """,
            arguments: [generation])
        while let row = try rows.next() {
            try body(try Self.held(SoundRow(row)))
        }
    }

    /// Puts the record in place of what is held under its id, and brings the digest along.
    func put(
        _ id: RecordID, kind: RecordKind, revision: Int, changed: Int, body: [UInt8], digest: inout ViewDigest
    ) throws {
        var record = Negotiation.Record(
            id: id, kind: kind, revision: revision, audience: .all, body: body, created: changed, changed: changed)
        digest.add(record.leaf)
        if try insert(record) { return }
        let old = try held(id)
        if let old {
            digest.remove(old.record.leaf)
            try delete(old)
        }
        record.created = old?.record.created ?? changed
        _ = try insert(record)
    }

    /// Deletes the copy, if there is one.
    func remove(_ id: RecordID, digest: inout ViewDigest) throws {
        guard let old = try held(id) else { return }
        digest.remove(old.record.leaf)
        try delete(old)
        try Erasure.owe(database)
    }

    private func delete(_ held: Held) throws {
        try statements.run("DELETE FROM record WHERE id = ?", [.integer(held.row)])
    }

    /// Computed from the stored bodies, not from what was kept along the way.
    func recomputedDigest() throws -> ViewDigest {
        var digest = ViewDigest()
        try forEach { digest.add($0.record.leaf) }
        return digest
    }

    /// False when there is a record with this id already; then nothing changed.
    private func insert(_ record: Negotiation.Record) throws -> Bool {
        try statements.run(
            """
            INSERT INTO record (generation, uuid, kind, revision, body, created, changed)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (uuid, generation) DO NOTHING
            """,
            [
                .integer(generation), .bytes(record.id.bytes), .text(record.kind.rawValue), .integer(record.revision),
                .bytes(record.body), .integer(record.created), .integer(record.changed),
            ])
        guard database.changesCount == 1 else { return false }
        let row = database.lastInsertedRowID
        for each in Links.of(record) {
            try statements.run(
                "INSERT OR IGNORE INTO link (name, value, record) VALUES (?, ?, ?)",
                [.text(each.name), .text(each.value), .row(row)])
        }
        for name in AttachmentNames.of(record.body) {
            try statements.run(
                "INSERT INTO recordAttachment (name, record) VALUES (?, ?)", [.text(name), .row(row)])
        }
        return true
    }

    private static func held(_ row: SoundRow) throws -> Held {
        Held(
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
