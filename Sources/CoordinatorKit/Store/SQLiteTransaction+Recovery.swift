import Foundation
import GRDB
import Negotiation
import Statements
import StrictJSON
import SyncProtocol

extension SQLiteTransaction: RecoveryShelf {
    func reopen(_ node: NodeID) throws {
        try run("INSERT OR IGNORE INTO reopened (node) VALUES (?)", [Data(node.bytes)])
    }

    func isReopened(_ node: NodeID) throws -> Bool {
        try rowNumber("SELECT 1 FROM reopened WHERE node = ?", [.bytes(node.bytes)]) != nil
    }

    func close(_ node: NodeID) throws {
        try run("DELETE FROM reopened WHERE node = ?", [Data(node.bytes)])
    }

    func claim(_ head: Head, by node: NodeID, of agency: AgencyCode) throws {
        try run(
            "INSERT OR IGNORE INTO headClaim (node, agency, epoch, position) VALUES (?, ?, ?, ?)",
            [Data(node.bytes), agency.text, head.epoch, head.position])
    }

    func claimants() throws -> [AgencyCode] {
        try all("SELECT DISTINCT agency AS code FROM headClaim ORDER BY agency", [], agency)
    }

    func forgetClaims() throws {
        try run("DELETE FROM headClaim")
    }

    // MARK: What was handed in

    func keep(_ handed: HandedBundle) throws {
        try run(
            """
            INSERT INTO handed (node, instance, number, bytes, receipt, last) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (instance, number) DO UPDATE SET receipt = coalesce(receipt, excluded.receipt),
                last = coalesce(last, excluded.last)
            """,
            [
                Data(handed.node.bytes), Data(handed.instance.bytes), handed.number, Data(handed.bytes),
                handed.receipt.map { Data($0) }, handed.lastPosition,
            ])
    }

    func handed(_ instance: InstanceID, number: Int) throws -> HandedBundle? {
        try one("SELECT * FROM handed WHERE instance = ? AND number = ?", [Data(instance.bytes), number]).map { row in
            HandedBundle(
                node: try Storing.sound(NodeID(bytes: try row.blob("node")), "a node id"), instance: instance,
                number: number, bytes: try row.blob("bytes"), receipt: try row.optionalBlob("receipt"),
                lastPosition: try row.optionalBlob("receipt") == nil ? nil : try row.integer("last"))
        }
    }

    func handedKeys() throws -> [HandedBundle.Key] {
        try all("SELECT instance, number, coalesce(last, 0) AS last FROM handed ORDER BY instance, number") { row in
            let last = try row.integer("last")
            return HandedBundle.Key(
                instance: try Storing.sound(InstanceID(bytes: try row.blob("instance")), "an instance id"),
                number: try row.integer("number"), lastPosition: last > 0 ? last : nil)
        }
    }

    func keepHanded(_ attachment: Attachment) throws {
        try run(
            "INSERT OR IGNORE INTO handedAttachment (name, salt, bytes) VALUES (?, ?, ?)",
            [attachment.name, Data(attachment.salt), Data(attachment.bytes)])
    }

    func handedAttachment(_ name: String) throws -> Attachment? {
        try one("SELECT salt, bytes FROM handedAttachment WHERE name = ?", [name]).map { row in
            Attachment(salt: try row.blob("salt"), bytes: try row.blob("bytes"))
        }
    }

    func set(_ report: RecoveryReport) throws {
        try run(
            """
            INSERT INTO report (node, done, seenEpoch, seen) VALUES (?, ?, ?, ?)
            ON CONFLICT (node) DO UPDATE SET done = max(done, excluded.done), (seenEpoch, seen) = (
                SELECT max(seenEpoch, excluded.seenEpoch), CASE
                    WHEN seenEpoch = excluded.seenEpoch THEN max(seen, excluded.seen)
                    WHEN seenEpoch > excluded.seenEpoch THEN seen ELSE excluded.seen END)
            """,
            [Data(report.node.bytes), report.isDone, report.seen?.epoch ?? 0, report.seen?.position ?? 0])
    }

    func reports() throws -> [RecoveryReport] {
        try all("SELECT node, done, seenEpoch, seen FROM report ORDER BY id") { row in
            let seen = Head(epoch: try row.integer("seenEpoch"), position: try row.integer("seen"))
            return RecoveryReport(
                node: try Storing.sound(NodeID(bytes: try row.blob("node")), "a node id"),
                isDone: try row.boolean("done"), seen: seen.epoch > 0 ? seen : nil)
        }
    }

    func keep(_ cuts: [JournalCut]) throws {
        for cut in cuts {
            try run(
                """
                INSERT INTO reportedCut (epoch, position) VALUES (?, ?)
                ON CONFLICT (epoch) DO UPDATE SET position = max(position, excluded.position)
                """, [cut.epoch, cut.position])
        }
    }

    func cuts() throws -> [JournalCut] {
        try all("SELECT epoch, position FROM reportedCut ORDER BY epoch") { row in
            JournalCut(epoch: try row.integer("epoch"), position: try row.integer("position"))
        }
    }

    func forgetHanded(_ instance: InstanceID?) throws {
        try run(
            "DELETE FROM handed WHERE ?1 IS NULL OR instance = ?1", [instance.map { Data($0.bytes) }])
        if try one("SELECT 1 FROM handed LIMIT 1") == nil {
            try run("DELETE FROM handedAttachment")
        }
    }

    func forgetReports() throws {
        try run("DELETE FROM report")
        try run("DELETE FROM reportedCut")
    }

    // MARK: What came of it

    func append(_ change: ChangedOutcome) throws {
        try write(
            """
            INSERT OR IGNORE INTO changedOutcome (epoch, agency, operation, kind, record, former, formerEpoch,
                formerPosition, outcome, position, sum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            RowSum.summed([
                .integer(change.epoch), .text(change.agency.text), .bytes(change.operation.bytes), .text(change.kind),
                .bytes(change.record.bytes), .bytes(change.former.json.encoded), .integer(change.formerEpoch),
                .integer(change.formerPosition), .bytes(change.now.json.encoded), .integer(change.position),
            ]))
    }

    func changes() throws -> [ChangedOutcome] {
        try all("SELECT changedOutcome.*, agency AS code FROM changedOutcome ORDER BY epoch, position, id") { row in
            ChangedOutcome(
                epoch: try row.integer("epoch"), agency: try agency(row),
                operation: try Storing.sound(OperationID(bytes: try row.blob("operation")), "an operation id"),
                kind: try row.text("kind"),
                record: try Storing.sound(RecordID(bytes: try row.blob("record")), "a record id"),
                former: try outcome(row, "former"), formerEpoch: try row.integer("formerEpoch"),
                formerPosition: try row.integer("formerPosition"), now: try outcome(row, "outcome"),
                position: try row.integer("position"))
        }
    }

    private func outcome(_ row: Row, _ column: String) throws -> Outcome {
        let bytes = try row.blob(column)
        return try Storing.sound(
            (try? JSON(parsing: bytes)).flatMap { try? Outcome(reading: $0) }, "an outcome")
    }

    func set(gaps: [LostPositions], epoch: Int) throws {
        try run("DELETE FROM gap WHERE epoch = ?", [epoch])
        for gap in gaps {
            try write(
                "INSERT INTO gap (epoch, life, first, last, sum) VALUES (?, ?, ?, ?, ?)",
                RowSum.summed([
                    .integer(epoch), .integer(gap.epoch), .integer(gap.positions.lowerBound),
                    .integer(gap.positions.upperBound),
                ]))
        }
    }

    func gaps(epoch: Int) throws -> [LostPositions] {
        try all("SELECT life, first, last FROM gap WHERE epoch = ? ORDER BY life, first", [epoch]) { row in
            let (first, last) = (try row.integer("first"), try row.integer("last"))
            return LostPositions(
                epoch: try row.integer("life"),
                positions: try Storing.sound(first <= last ? first...last : nil, "a gap"))
        }
    }

    // MARK: Receipts that are owed

    func owe(_ instance: InstanceID, number: Int) throws {
        try run("INSERT OR IGNORE INTO owedReceipt (instance, number) VALUES (?, ?)", [Data(instance.bytes), number])
    }

    func owed(_ instance: InstanceID, limit: Int) throws -> [Int] {
        try each(
            "SELECT number FROM owedReceipt WHERE instance = ? ORDER BY number LIMIT ?",
            [.bytes(instance.bytes), .integer(limit)]
        ) { Int(try $0.integer(0)) }
    }

    func send(_ instance: InstanceID, numbers: [Int], exchange: Int) throws {
        for number in numbers {
            try run(
                "UPDATE owedReceipt SET sent = ? WHERE instance = ? AND number = ?",
                [exchange, Data(instance.bytes), number])
        }
    }

    func withhold(_ instance: InstanceID, exchange: Int) throws {
        try write(
            "UPDATE owedReceipt SET sent = NULL WHERE instance = ? AND sent = ?",
            [.bytes(instance.bytes), .integer(exchange)])
    }

    func settle(_ instance: InstanceID, before exchange: Int) throws {
        try write(
            "DELETE FROM owedReceipt WHERE instance = ? AND sent < ?", [.bytes(instance.bytes), .integer(exchange)])
    }

    // MARK: Backups

    func append(_ backup: BackupMark) throws {
        try write(
            "INSERT INTO backup (epoch, position, made, sum) VALUES (?, ?, ?, ?)",
            RowSum.summed([.integer(backup.epoch), .integer(backup.position), .text(backup.made)]))
    }

    func backups(before epoch: Int, limit: Int) throws -> [BackupMark] {
        try each(
            "SELECT epoch, position, made FROM backup WHERE epoch < ? ORDER BY id DESC LIMIT ?",
            [.integer(epoch), .integer(limit)]
        ) { row in
            BackupMark(
                epoch: Int(try row.integer(0)), position: Int(try row.integer(1)), made: try row.text(2))
        }
    }
}
