import GRDB
import Negotiation
import Statements
import SyncProtocol

/// The attachments that this node holds: those of its own operations, and those that records of the replica name.
///
/// One that nothing names any more is erased with its salt, in the transaction that took the last name away.
enum HeldAttachments {
    static func keep(_ database: Database, _ attachment: Attachment) throws {
        try HotStatements(database).run(
            "INSERT OR IGNORE INTO attachment (name, salt, bytes) VALUES (?, ?, ?)",
            [.text(attachment.name), .bytes(attachment.salt), .bytes(attachment.bytes)])
    }

    /// Nil when it has not come, or was erased. Throws ``NodeFailure`` `damaged` when the bytes no longer fit the name.
    static func named(_ database: Database, _ name: String) throws -> Attachment? {
        let found = try HotStatements(database).first(
            "SELECT salt, bytes FROM attachment WHERE name = ?", [.text(name)]
        ) { Attachment(salt: try $0.bytes(0), bytes: try $0.bytes(1)) }
        guard let attachment = found else { return nil }
        guard attachment.name.utf8.elementsEqual(name.utf8) else {
            throw NodeFailure.damaged("An attachment's bytes do not fit its name.")
        }
        return attachment
    }

    static func isHeld(_ database: Database, _ name: String) throws -> Bool {
        try HotStatements(database).count("SELECT EXISTS (SELECT 1 FROM attachment WHERE name = ?)", [.text(name)]) != 0
    }

    static func removeUnnamed(_ database: Database) throws {
        try database.execute(
            cached: """
                DELETE FROM attachment
                WHERE NOT EXISTS (SELECT 1 FROM recordAttachment WHERE name = attachment.name)
                AND NOT EXISTS (SELECT 1 FROM operationAttachment WHERE name = attachment.name)
                """)
        if database.changesCount > 0 { try Erasure.owe(database) }
    }
}
