import Foundation
import GRDB
import Negotiation
import Statements
import SyncProtocol

/// How the coordinator stands, the epochs, and the rows in the order in which they were written.
extension SQLiteTransaction {
    var recovery: any RecoveryShelf { self }

    func standing() throws -> Standing {
        let standing = try first("SELECT mode, reason, latestEpoch FROM standing", []) { row in
            let mode: Standing.Mode? =
                switch try row.text(0) {
                case "serving": .serving
                case "recovering": .recovering
                case "halted": .halted(reason: try row.text(1))
                default: nil
                }
            return try mode.map { Standing(mode: $0, latestEpoch: Int(try row.integer(2))) }
        }
        return try Storing.sound(standing ?? nil, "the standing")
    }

    func setStanding(_ standing: Standing) throws {
        let (mode, reason): (String, String?) =
            switch standing.mode {
            case .serving: ("serving", nil)
            case .recovering: ("recovering", nil)
            case .halted(let reason): ("halted", reason)
            }
        try write(
            "UPDATE standing SET mode = ?, reason = ?, latestEpoch = ?, sum = ?",
            RowSum.summed([.text(mode), .optional(reason), .integer(standing.latestEpoch)]))
    }

    func epochs() throws -> [JournalEpoch] {
        try each("SELECT id, cut, position FROM epoch ORDER BY id", []) { row in
            JournalEpoch(
                epoch: Int(try row.integer(0)), cut: Int(try row.integer(1)), position: Int(try row.integer(2)))
        }
    }

    func append(_ epoch: JournalEpoch) throws {
        try run("INSERT INTO epoch (id, cut, position) VALUES (?, ?, ?)", [epoch.epoch, epoch.cut, epoch.position])
    }

    func bundles(afterRow row: Int, limit: Int) throws -> [(row: Int, bytes: [UInt8])] {
        try all("SELECT id, bytes FROM bundle WHERE id > ? ORDER BY id LIMIT ?", [row, limit]) { row in
            (try row.integer("id"), try row.blob("bytes"))
        }
    }

    func attachments(afterRow row: Int, limit: Int) throws -> [(row: Int, attachment: Attachment)] {
        try all("SELECT id, salt, bytes FROM attachment WHERE id > ? ORDER BY id LIMIT ?", [row, limit]) { row in
            (try row.integer("id"), Attachment(salt: try row.blob("salt"), bytes: try row.blob("bytes")))
        }
    }
}
