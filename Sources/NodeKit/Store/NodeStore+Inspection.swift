import GRDB
import Negotiation
import SyncProtocol

extension NodeStore {
    /// Everything that can be checked on this machine alone; empty when nothing is wrong.
    ///
    /// Reads the whole database. A finding in replica or index goes with ``rebuildReplica()``; any other asks for a backup.
    /// Throws ``NodeFailure`` when the database cannot be read.
    public func inspect() throws -> [NodeFinding] {
        let status = try status()
        return try read { database in
            let state = try SyncState(database)
            var findings: [NodeFinding] = []
            let verdicts = try String.fetchAll(database, sql: "PRAGMA integrity_check")
            findings += verdicts.filter { $0 != "ok" }.map(NodeFinding.database)
            let dangling = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count
            if dangling > 0 {
                findings.append(.danglingRows(dangling))
            }
            let inspection = EvidenceInspection(database, identity)
            if let wrong = try inspection.firstWrong() {
                findings.append(.database(wrong))
            }
            if try status.view != status.kept || !Self.areGenerationsSound(database) {
                findings.append(.replica)
            } else if let records = try Self.misplaced(database, state.live) {
                findings.append(.index(records: records))
            }
            if try !Self.isOutboxSound(database, state) || !Self.isSound(inspection.isOutboxSound) {
                findings.append(.outbox)
            }
            return findings
        }
    }

    /// Every copy of the replica adds up, also one that is being built.
    private static func areGenerationsSound(_ database: Database) throws -> Bool {
        let numbers = try Int.fetchAll(database, sql: "SELECT id FROM generation")
        return try numbers.allSatisfy { number in
            try isSound {
                try Replica(database: database, generation: number).recomputedDigest()
                    == Generation(database, number: number).digest
            }
        }
    }

    private static func isSound(_ body: () throws -> Bool) throws -> Bool {
        do {
            return try body()
        } catch let failure as NodeFailure where failure.code == .damaged {
            return false
        }
    }

    /// How many records stand under other links or attachments than theirs; nil when none does.
    private static func misplaced(_ database: Database, _ generation: Int) throws -> Int? {
        let links = try database.cachedStatement(sql: "SELECT name, value FROM link WHERE record = ?")
        let names = try database.cachedStatement(sql: "SELECT name FROM recordAttachment WHERE record = ?")
        var count = 0
        try Replica(database: database, generation: generation).forEach { held in
            let stored = try Row.fetchAll(links, arguments: [held.row]).map(SoundRow.init)
                .map { Link(name: try $0.text("name"), value: try $0.text("value")) }
            let named = try Set(String.fetchAll(names, arguments: [held.row]))
            if Set(stored) != Set(Links.of(held.record)) || named != Set(AttachmentNames.of(held.record.body)) {
                count += 1
            }
        }
        return count == 0 ? nil : count
    }
}
