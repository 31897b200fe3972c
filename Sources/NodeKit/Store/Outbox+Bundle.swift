import GRDB
import Negotiation
import Statements
import StrictJSON
import SyncProtocol

/// How drafts become a bundle in flight, and how it lands.
extension Outbox {
    /// The bundle in this row as it was written, with the attachments that its operations name.
    func bundle(_ number: Int) throws -> (bundle: Bundle, attachments: [Attachment]) {
        let found = try statements.first("SELECT bytes, hash FROM bundle WHERE number = ?", [.integer(number)]) { row in
            let bundle = try? Bundle(parsing: row.bytes(0))
            return try bundle?.hash == row.text(1) ? bundle : nil
        }
        guard let bundle = found.flatMap(\.self) else {
            throw NodeFailure.damaged("The bundle in flight is not what was written.")
        }
        let names = try statements.all(
            """
            SELECT DISTINCT name FROM operationAttachment
            WHERE operation IN (SELECT id FROM operation WHERE bundle = ?) ORDER BY id
            """, [.integer(number)]
        ) { try $0.text(0) }
        return (bundle, try names.compactMap { try HeldAttachments.named(database, $0) })
    }

    /// Takes the oldest drafts that fit into one bundle and writes it; nil when none may go out. Drafts that are held, and what
    /// depends on them, stay.
    ///
    /// `number` counts the bundles of the instance; the row counts those of all instances that this database has had.
    func makeBundle(
        _ identity: NodeIdentity, instance: InstanceID, number: Int, previous: String
    ) throws -> (row: Int, bundle: Bundle)? {
        let drafts = try sendable(limit: Limits.bundleOperations)
        let operations = drafts.map(\.bytes)
        let count = try count(drafts.prefix(Bundle.count(fitting: operations)).map(\.row))
        guard count > 0 else { return nil }
        let bundle = Bundle.make(
            region: identity.region, node: identity.node, instance: instance, number: number,
            previous: previous, operations: Array(operations.prefix(count)), key: identity.signing)
        let row = try statements.count("SELECT coalesce(max(number), 0) FROM bundle") + 1
        try statements.run(
            "INSERT INTO bundle (number, bytes, hash) VALUES (?, ?, ?)",
            [.integer(row), .bytes(bundle.bytes), .text(bundle.hash)])
        for draft in drafts.prefix(count) {
            try statements.run("UPDATE operation SET bundle = ? WHERE id = ?", [.integer(row), .integer(draft.row)])
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
        try statements.run(
            "UPDATE operation SET outcome = ?, position = ? WHERE uuid = ? AND bundle = ? AND outcome IS NULL",
            [
                .bytes(outcome.outcome.json.encoded), .integer(outcome.position), .bytes(outcome.operation.bytes),
                .integer(number),
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
        try statements.run(
            "UPDATE bundle SET receipt = ? WHERE number = ?", [.bytes(receipt.json.encoded), .integer(row)])
    }

    /// How many of the rows, from the first on, carry attachments that one request takes; the first always does.
    private func count(_ rows: [Int]) throws -> Int {
        var names: Set<String> = []
        var bytes = 0
        for (index, row) in rows.enumerated() {
            let sizes = try statements.all(
                """
                SELECT name, length(bytes) FROM attachment
                WHERE name IN (SELECT name FROM operationAttachment WHERE operation = ?)
                """, [.integer(row)]
            ) { (name: try $0.text(0), bytes: Int(try $0.integer(1))) }
            for size in sizes where names.insert(size.name).inserted {
                // Base64url of the bytes, and name, salt and members around them.
                bytes += size.bytes / 3 * 4 + 256
            }
            if index > 0, names.count > Limits.attachments || bytes > OutboxLimits.bundleAttachmentBytes {
                return index
            }
        }
        return rows.count
    }
}
