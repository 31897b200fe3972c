import GRDB
import Negotiation
import SyncProtocol

/// The attachments that this node holds: those of its own operations, and those that records of the replica name.
///
/// One that nothing names any more is erased with its salt, in the transaction that took the last name away.
enum HeldAttachments {
    static func keep(_ database: Database, _ attachment: Attachment) throws {
        try database.execute(
            cached: "INSERT OR IGNORE INTO attachment (name, salt, bytes) VALUES (?, ?, ?)",
            arguments: [attachment.name, attachment.salt.blob, attachment.bytes.blob])
    }

    /// Nil when it has not come, or was erased. Throws ``NodeFailure`` `damaged` when the bytes no longer fit the name.
    static func named(_ database: Database, _ name: String) throws -> Attachment? {
        let found = try Row.fetchOne(
            database, cached: "SELECT salt, bytes FROM attachment WHERE name = ?", arguments: [name])
        guard let row = found.map(SoundRow.init) else { return nil }
        let attachment = Attachment(salt: try row.blob("salt"), bytes: try row.blob("bytes"))
        guard attachment.name.utf8.elementsEqual(name.utf8) else {
            throw NodeFailure.damaged("An attachment's bytes do not fit its name.")
        }
        return attachment
    }

    static func isHeld(_ database: Database, _ name: String) throws -> Bool {
        try Int.fetchOne(database, cached: "SELECT 1 FROM attachment WHERE name = ?", arguments: [name]) != nil
    }

    static func removeUnnamed(_ database: Database) throws {
        try database.execute(
            cached: """
                DELETE FROM attachment
                WHERE NOT EXISTS (SELECT 1 FROM recordAttachment WHERE name = attachment.name)
                AND NOT EXISTS (SELECT 1 FROM operationAttachment WHERE name = attachment.name)
                """)
    }
}
