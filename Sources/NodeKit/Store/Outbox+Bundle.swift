import GRDB
import Negotiation
import StrictJSON
import SyncProtocol

/// How drafts become a bundle in flight, and how it lands.
extension Outbox {
    /// The bundle in this row as it was written, with the attachments that its operations name.
    func bundle(_ number: Int) throws -> (bundle: Bundle, attachments: [Attachment]) {
        let found = try Row.fetchOne(
            database, cached: "SELECT bytes, hash FROM bundle WHERE number = ?", arguments: [number])
        guard let row = found.map(SoundRow.init), let bundle = try? Bundle(parsing: row.blob("bytes")),
            bundle.hash == (try row.text("hash"))
        else {
            throw NodeFailure.damaged("The bundle in flight is not what was written.")
        }
        let names = try String.fetchAll(
            database,
            cached: """
                SELECT DISTINCT name FROM operationAttachment
                WHERE operation IN (SELECT id FROM operation WHERE bundle = ?) ORDER BY id
                """,
            arguments: [number])
        return (bundle, try names.compactMap { try HeldAttachments.named(database, $0) })
    }

    /// Takes the oldest drafts that fit into one bundle and writes it; nil when none may go out. Drafts that are held, and what
    /// depends on them, stay.
    ///
    /// `number` counts the bundles of the instance; the row counts those of all instances that this database has had.
    func makeBundle(
        _ identity: NodeIdentity, instance: InstanceID, number: Int, previous: String
    ) throws -> (row: Int, bundle: Bundle)? {
        let rows = try sendable(limit: Limits.bundleOperations)
        let operations = try rows.map(Self.recordedBytes)
        let count = try count(Array(rows.prefix(Bundle.count(fitting: operations))))
        guard count > 0 else { return nil }
        let bundle = Bundle.make(
            region: identity.region, node: identity.node, instance: instance, number: number,
            previous: previous, operations: Array(operations.prefix(count)), key: identity.signing)
        let row = try (Int.fetchOne(database, cached: "SELECT max(number) FROM bundle") ?? 0) + 1
        try database.execute(
            cached: "INSERT INTO bundle (number, bytes, hash) VALUES (?, ?, ?)",
            arguments: [row, bundle.bytes.blob, bundle.hash])
        let take = try database.cachedStatement(sql: "UPDATE operation SET bundle = ? WHERE id = ?")
        for operation in rows.prefix(count) {
            try take.execute(arguments: [row, try operation.integer("id")])
        }
        return (row, bundle)
    }

    /// Makes drafts again of what is in flight, in their old bytes and order; whatever was decided of it is decided once.
    func redraft() throws {
        let rows = try Int.fetchAll(
            database, cached: "SELECT DISTINCT bundle FROM operation WHERE bundle IS NOT NULL AND outcome IS NULL")
        for row in rows {
            try database.execute(
                cached: "UPDATE operation SET bundle = NULL WHERE bundle = ? AND outcome IS NULL", arguments: [row])
            try database.execute(
                cached: """
                    DELETE FROM bundle WHERE number = ? AND receipt IS NULL
                    AND NOT EXISTS (SELECT 1 FROM operation WHERE bundle = number)
                    """, arguments: [row])
        }
    }

    /// Keeps an outcome. Throws ``NodeFailure`` when the operation is not in this bundle or has an outcome already.
    func keep(_ outcome: OperationOutcome, of number: Int) throws {
        try database.cachedStatement(
            sql: "UPDATE operation SET outcome = ?, position = ? WHERE uuid = ? AND bundle = ? AND outcome IS NULL"
        ).execute(arguments: [
            outcome.outcome.json.encoded.blob, outcome.position, outcome.operation.bytes.blob, number,
        ])
        guard database.changesCount == 1 else {
            throw NodeFailure.damaged("An operation of the bundle in flight is missing.")
        }
    }

    /// The receipt of the bundle in this row as it came; nil when there is none.
    func receiptBytes(ofBundle row: Int) throws -> [UInt8]? {
        let found = try Row.fetchOne(database, cached: "SELECT receipt FROM bundle WHERE number = ?", arguments: [row])
        return try found.map(SoundRow.init)?.optionalBlob("receipt")
    }

    /// The same, read; nil also when it cannot be.
    func receipt(ofBundle row: Int) throws -> Receipt? {
        try receiptBytes(ofBundle: row).flatMap { try? Receipt(parsing: $0) }
    }

    /// Keeps the receipt beside its bundle.
    func keep(_ receipt: Receipt, of row: Int) throws {
        try database.execute(
            cached: "UPDATE bundle SET receipt = ? WHERE number = ?", arguments: [receipt.json.encoded.blob, row])
    }

    /// How many of the rows, from the first on, carry attachments that one request takes; the first always does.
    private func count(_ rows: [SoundRow]) throws -> Int {
        var names: Set<String> = []
        var bytes = 0
        for (index, row) in rows.enumerated() {
            let sizes = try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT name, length(bytes) AS size FROM attachment
                        WHERE name IN (SELECT name FROM operationAttachment WHERE operation = ?)
                        """),
                arguments: [try row.integer("id")]
            ).map(SoundRow.init)
            for size in sizes where names.insert(try size.text("name")).inserted {
                // Base64url of the bytes, and name, salt and members around them.
                bytes += try size.integer("size") / 3 * 4 + 256
            }
            if index > 0, names.count > Limits.attachments || bytes > OutboxLimits.bundleAttachmentBytes {
                return index
            }
        }
        return rows.count
    }
}
