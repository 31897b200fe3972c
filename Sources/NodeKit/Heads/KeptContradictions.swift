import GRDB
import Statements
import StrictJSON
import SyncProtocol

/// The contradictions that were found, each once, with the reply that contained it as far as it is small.
struct KeptContradictions {
    let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// The latest first.
    func all() throws -> [Contradiction] {
        try Row.fetchAll(database, cached: "SELECT * FROM contradiction ORDER BY id DESC").map {
            try read(SoundRow($0))
        }
    }

    /// Whether one stands that no later reply has settled.
    func isOpen() throws -> Bool {
        try HotStatements(database).first("SELECT 1 FROM contradiction WHERE open = 1", []) { _ in true } ?? false
    }

    /// Keeps one; the same again changes nothing. `reply` is what the coordinator signed, with the signature.
    func keep(_ new: Contradiction, reply: (body: [UInt8], signature: String)? = nil) throws {
        let isKnown = try all().contains { known in
            known.isOpen && known.reason == new.reason && known.seen == new.seen && known.shown == new.shown
                && (known.shownEvidence != nil || new.shownEvidence == nil)
        }
        guard !isKnown else { return }
        let isSmall = (reply?.body.count ?? 0) <= CheckpointLimits.replyBytes
        try database.execute(
            cached: """
                INSERT INTO contradiction (reason, seen, seenEvidence, shown, shownEvidence, found, open, reply, replyHash,
                    signature) VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?, ?)
                """,
            arguments: [
                new.reason.rawValue, new.seen.json.encodedText, new.seenEvidence, new.shown?.json.encodedText,
                new.shownEvidence, new.found, isSmall ? reply?.body.blob : nil,
                reply.map { Hex.encode(Sodium.sha256($0.body)) }, reply?.signature,
            ])
        try database.execute(
            cached: """
                DELETE FROM contradiction WHERE id NOT IN (SELECT id FROM contradiction ORDER BY id DESC LIMIT ?)
                """, arguments: [CheckpointLimits.contradictions])
    }

    /// A reply was absorbed that extends what this node had seen, or a new epoch began: what it contradicted is settled. What
    /// others saw is settled by a new epoch only.
    func settle(_ old: Head?, by new: Head) throws {
        let isNewEpoch = old.map { $0.epoch < new.epoch } ?? false
        try database.execute(
            cached:
                "UPDATE contradiction SET open = 0 WHERE open = 1 AND (? OR reason IN ('forked', 'back', 'foreign'))",
            arguments: [isNewEpoch])
    }

    private func read(_ row: SoundRow) throws -> Contradiction {
        let reason = try row.sound(Contradiction.Reason(rawValue: row.text("reason")), "reason")
        var read = Contradiction(
            reason, seen: try row.sound(Self.head(row.text("seen")), "seen"),
            seenEvidence: try row.optionalText("seenEvidence"),
            shown: try row.optionalText("shown").map { try row.sound(Self.head($0), "shown") },
            shownEvidence: try row.optionalText("shownEvidence"), found: try row.text("found"))
        read.isOpen = try row.integer("open") != 0
        return read
    }

    private static func head(_ text: String) -> Head? {
        (try? JSON(parsing: text)).flatMap { try? Head(reading: $0) }
    }
}
