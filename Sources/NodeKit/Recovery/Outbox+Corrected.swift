import GRDB
import Negotiation
import StrictJSON
import SyncProtocol

/// Outcomes that changed after a restore of the coordinator: the new one counts, and the old one stays beside it.
extension Outbox {
    /// The row of the bundle that the receipt is about; nil when it was not sent from here.
    func row(of receipt: Receipt) throws -> Int? {
        try Int.fetchOne(database, cached: "SELECT number FROM bundle WHERE hash = ?", arguments: [receipt.hash])
    }

    /// Puts a receipt in the place of the one that the bundle in this row had, and its outcomes in the place of theirs. Gives
    /// the outcomes that are others than before.
    func correct(_ receipt: Receipt, of row: Int) throws -> [OperationOutcome] {
        let former = try receiptBytes(ofBundle: row)
        let formerEpoch = former.flatMap { try? Receipt(parsing: $0) }?.epoch
        // The same receipt may come again, when its reply was lost.
        guard formerEpoch != receipt.epoch else { return [] }
        if let former, let formerEpoch {
            try database.execute(
                cached: "INSERT OR IGNORE INTO formerReceipt (bundle, epoch, receipt) VALUES (?, ?, ?)",
                arguments: [row, formerEpoch, former.blob])
        }
        var changed: [OperationOutcome] = []
        for outcome in receipt.outcomes {
            if try correct(outcome, of: row, formerEpoch: formerEpoch ?? receipt.epoch - 1) {
                changed.append(outcome)
            }
        }
        try keep(receipt, of: row)
        return changed
    }

    /// The outcomes that an operation had before, the first one first.
    public func formerOutcomes(_ id: OperationID) throws -> [FormerOutcome] {
        try Row.fetchAll(
            database, cached: "SELECT * FROM formerOutcome WHERE operation = ? ORDER BY epoch",
            arguments: [id.bytes.blob]
        ).map(Self.former)
    }

    /// All outcomes that were replaced, the last one first; not of what waits for its new one.
    public func formerOutcomes(limit: Int = 100) throws -> [FormerOutcome] {
        try Row.fetchAll(
            database,
            cached: """
                SELECT formerOutcome.* FROM formerOutcome JOIN operation ON uuid = formerOutcome.operation
                WHERE operation.outcome IS NOT NULL ORDER BY formerOutcome.id DESC LIMIT ?
                """, arguments: [max(limit, 1)]
        ).map(Self.former)
    }

    /// Keeps an outcome that is replaced.
    func keepFormer(_ outcome: OperationOutcome, epoch: Int) throws {
        try database.execute(
            cached: "INSERT OR IGNORE INTO formerOutcome (operation, epoch, position, outcome) VALUES (?, ?, ?, ?)",
            arguments: [
                outcome.operation.bytes.blob, epoch, outcome.position, outcome.outcome.json.encoded.blob,
            ])
    }

    /// Operations ended, some of them sent again: what one had before is a former outcome only when it was another one.
    func forgetFormers(likeNow outcomes: [OperationOutcome]) throws {
        guard !outcomes.isEmpty,
            try Int.fetchOne(database, cached: "SELECT EXISTS (SELECT 1 FROM formerOutcome)") == 1
        else { return }
        for outcome in outcomes {
            guard let former = try formerOutcomes(outcome.operation).last else { continue }
            guard former.outcome.kind == outcome.outcome.kind, former.outcome.code == outcome.outcome.code else {
                continue
            }
            try database.execute(
                cached: "DELETE FROM formerOutcome WHERE operation = ? AND epoch = ?",
                arguments: [outcome.operation.bytes.blob, former.epoch])
        }
    }

    private func correct(_ outcome: OperationOutcome, of number: Int, formerEpoch: Int) throws -> Bool {
        guard case .decided(let former, let position)? = try entry(outcome.operation)?.state else { return false }
        let isOther = former.kind != outcome.outcome.kind || former.code != outcome.outcome.code
        if isOther {
            try keepFormer(
                OperationOutcome(operation: outcome.operation, position: position, outcome: former), epoch: formerEpoch)
        }
        try database.execute(
            cached: "UPDATE operation SET outcome = ?, position = ? WHERE uuid = ? AND bundle = ?",
            arguments: [
                outcome.outcome.json.encoded.blob, outcome.position, outcome.operation.bytes.blob, number,
            ])
        return isOther
    }

    private static func former(_ row: Row) throws -> FormerOutcome {
        let row = SoundRow(row)
        let outcome = try? Outcome(reading: JSON(parsing: try row.blob("outcome")))
        return FormerOutcome(
            operation: try row.sound(OperationID(bytes: row.blob("operation")), "operation"),
            epoch: try row.integer("epoch"), position: try row.integer("position"),
            outcome: try row.sound(outcome, "outcome"))
    }
}
