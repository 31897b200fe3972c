import GRDB
import Negotiation
import Statements
import StrictJSON
import SyncProtocol

/// What stands beside bytes that are hashed or signed, held against them.
///
/// Not looked at: the outcome of an operation whose bundle has no receipt, as in the first version of the wire, and former outcomes;
/// where a record stands in the order of its coming; and what was kept as evidence against the coordinator, which is signed where
/// it counts. Staff tables have digests of their own (``StaffSeals``).
struct EvidenceInspection {
    let database: Database
    let identity: NodeIdentity
    private let statements: HotStatements

    init(_ database: Database, _ identity: NodeIdentity) {
        self.database = database
        self.identity = identity
        statements = HotStatements(database)
    }

    /// Every operation is what was recorded and stands in its bundle, every bundle is what was made of them, and every outcome
    /// is the one in the signed receipt.
    func isOutboxSound() throws -> Bool {
        var bundles: [Int: (bundle: Bundle, receipt: Receipt?)] = [:]
        let kept = try statements.all("SELECT number, bytes, hash, receipt FROM bundle", []) { row in
            (
                number: Int(try row.integer(0)), bytes: try row.bytes(1), hash: try row.text(2),
                receipt: row.isNull(3) ? nil : try row.bytes(3)
            )
        }
        for row in kept {
            guard let bundle = try? Bundle(parsing: row.bytes), bundle.hash == row.hash else { return false }
            let receipt = row.receipt.flatMap { try? Receipt(parsing: $0) }
            guard row.receipt == nil || receipt.map({ isSound($0, of: bundle) }) == true else { return false }
            bundles[row.number] = (bundle, receipt)
        }
        return try areOperationsSound(bundles)
    }

    private func isSound(_ receipt: Receipt, of bundle: Bundle) -> Bool {
        receipt.covers(bundle) && receipt.verifies(with: identity.coordinator)
    }

    private func areOperationsSound(_ bundles: [Int: (bundle: Bundle, receipt: Receipt?)]) throws -> Bool {
        let rows = try statements.all("SELECT id, uuid FROM operation", []) {
            (row: try $0.integer(0), id: try $0.bytes(1))
        }
        for row in rows {
            guard let id = OperationID(bytes: row.id), let entry = try Outbox(database).entry(id),
                entry.operation.id == id
            else { return false }
            let names = try statements.all("SELECT name FROM operationAttachment WHERE operation = ?", [.row(row.row)])
            {
                try $0.text(0)
            }
            guard Set(names) == Set(AttachmentNames.of(entry.operation.bytes)) else { return false }
            let place = try statements.first(
                "SELECT bundle, position, outcome FROM operation WHERE id = ? AND bundle IS NOT NULL", [.row(row.row)]
            ) { (bundle: Int(try $0.integer(0)), outcome: try outcome(in: $0, of: id)) }
            guard let place else { continue }
            guard let sent = bundles[place.bundle], sent.bundle.operations.contains(entry.operation.bytes) else {
                return false
            }
            if let outcome = place.outcome, let receipt = sent.receipt, !receipt.outcomes.contains(outcome) {
                return false
            }
        }
        return true
    }

    private func outcome(in row: HotRow, of id: OperationID) throws -> OperationOutcome? {
        guard !row.isNull(2) else { return nil }
        let outcome = try? Outcome(reading: JSON(parsing: row.bytes(2)))
        guard let outcome, try outcome.json.encoded == row.bytes(2) else {
            throw NodeFailure.damaged("A stored outcome is not what came.")
        }
        return OperationOutcome(operation: id, position: Int(try row.integer(1)), outcome: outcome)
    }

    /// The first thing that is wrong elsewhere, in words; nil when there is none.
    func firstWrong() throws -> String? {
        if let name = try Declarations(database).firstDifference(from: NodeSchema.declared.get()) {
            return "\(name) is not declared as this program declares it"
        }
        if let column = try database.firstMistypedColumn() { return "\(column) holds a value of another type" }
        if let table = try RowSum.firstWrong(database) ?? StaffSeals.firstWrong(database) {
            return "a row of \(table) is not what was written"
        }
        if try !areAttachmentsSound() { return "an attachment is not what its name says" }
        return try areCheckpointsSound() ? nil : "a kept checkpoint is not what was signed"
    }

    private func areAttachmentsSound() throws -> Bool {
        try statements.all("SELECT name, salt, bytes FROM attachment", []) { row in
            try Attachment(salt: row.bytes(1), bytes: row.bytes(2)).name.utf8.elementsEqual(row.text(0).utf8)
        }.allSatisfy(\.self)
    }

    private func areCheckpointsSound() throws -> Bool {
        try statements.all("SELECT epoch, position, day, text FROM checkpoint", []) { row in
            guard let checkpoint = try? Checkpoint(parsing: row.text(3)) else { return false }
            return try checkpoint.verifies(region: identity.region, key: identity.coordinator)
                && checkpoint.head.epoch == row.integer(0) && checkpoint.head.position == row.integer(1)
                && checkpoint.day == (row.isNull(2) ? nil : row.text(2))
        }.allSatisfy(\.self)
    }
}
