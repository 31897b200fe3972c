import Foundation
import GRDB
import Negotiation
import Statements

extension SQLiteTransaction: FoldedState {
    func record(_ id: RecordID) throws -> Negotiation.Record? {
        if case .some(nil) = memo.number(of: id) { return nil }
        let found = try first(
            "SELECT uuid, kind, revision, audience, body, created, changed FROM record WHERE uuid = ?",
            [.bytes(id.bytes)], record)
        if found == nil {
            memo.keep(nil, of: id)
        }
        return found
    }

    func records(linked link: Link) throws -> [Negotiation.Record] {
        if let known = memo.records(linked: link) { return known }
        let found = try each(
            """
            SELECT record.uuid, record.kind, record.revision, record.audience, record.body, record.created, record.changed
            FROM link JOIN record ON record.id = link.record
            WHERE link.name = ? AND link.value = ? ORDER BY record.created, record.uuid
            """, [.text(link.name), .text(link.value)], record)
        memo.keep(found, linked: link)
        return found
    }

    func claim(_ tag: String) throws -> RecordID? {
        try first("SELECT record FROM claim WHERE tag = ?", [.text(tag)]) { row in
            try Storing.sound(RecordID(bytes: try row.bytes(0)), "a claim's record")
        }
    }

    func record(_ row: HotRow) throws -> Negotiation.Record {
        Negotiation.Record(
            id: try Storing.sound(RecordID(bytes: try row.bytes(0)), "a record id"),
            kind: RecordKind(rawValue: try row.text(1)), revision: Int(try row.integer(2)),
            audience: try Storing.sound(Audience(stored: try row.text(3)), "an audience"),
            body: try row.bytes(4), created: Int(try row.integer(5)), changed: Int(try row.integer(6)))
    }

    func put(_ record: Negotiation.Record) throws {
        let new = links(of: record)
        memo.made = nil
        if let number = try number(of: record.id) {
            let old = links(of: try Storing.sound(try self.record(record.id), "a record"))
            try write(
                "UPDATE record SET kind = ?, revision = ?, audience = ?, body = ?, created = ?, changed = ? WHERE id = ?",
                [
                    .text(record.kind.rawValue), .integer(record.revision), .text(record.audience.stored),
                    .bytes(record.body), .integer(record.created), .integer(record.changed), .row(number),
                ])
            memo.forget(old + new)
            let (gone, come) = (Set(old).subtracting(new), Set(new).subtracting(old))
            for link in gone.sorted() {
                try write(
                    "DELETE FROM link WHERE name = ? AND value = ? AND record = ?",
                    [.text(link.name), .text(link.value), .row(number)])
            }
            try index(come.sorted(), number)
        } else {
            try write(
                "INSERT INTO record (uuid, kind, revision, audience, body, created, changed) VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    .bytes(record.id.bytes), .text(record.kind.rawValue), .integer(record.revision),
                    .text(record.audience.stored), .bytes(record.body), .integer(record.created),
                    .integer(record.changed),
                ])
            let number = database.lastInsertedRowID
            memo.keep(number, of: record.id)
            memo.made = record.id
            memo.forget(new)
            try index(new, number)
        }
    }

    /// `Links.of`, read once for the check of a decision and for its index.
    private func links(of record: Negotiation.Record) -> [Link] {
        (try? memo.shelf.links(of: record)) ?? Links.of(record)
    }

    private func index(_ links: [Link], _ record: Int64) throws {
        for link in links {
            try write(
                "INSERT OR IGNORE INTO link (name, value, record) VALUES (?, ?, ?)",
                [.text(link.name), .text(link.value), .row(record)])
        }
    }

    func setAudience(_ reader: Reader, record: RecordID, position: Int, present: Bool, held: Int?) throws {
        let isNew = memo.made == record
        let reader = HotStatement.Value.row(try madeNumber(of: reader))
        let record = HotStatement.Value.row(try Storing.sound(try number(of: record), "a record"))
        if let held {
            try write(
                "UPDATE audience SET position = ?, present = ? WHERE reader = ? AND position = ? AND record = ?",
                [.integer(position), .integer(present ? 1 : 0), reader, .integer(held), record])
            if database.changesCount == 1 { return }
        }
        if !isNew {
            try write("DELETE FROM audience WHERE record = ? AND reader = ? AND present = 0", [record, reader])
        }
        try write(
            "INSERT INTO audience (reader, position, record, present) VALUES (?, ?, ?, ?)",
            [reader, .integer(position), record, .integer(present ? 1 : 0)])
    }

    func setClaim(_ tag: String, record: RecordID) throws -> Bool {
        try write("INSERT OR IGNORE INTO claim (tag, record) VALUES (?, ?)", [.text(tag), .bytes(record.bytes)])
        if database.changesCount == 1 { return true }
        return try claim(tag) == record
    }

    func removeClaim(_ tag: String) throws {
        try run("DELETE FROM claim WHERE tag = ?", [tag])
    }

    /// The reader's number, made when it is new.
    func madeNumber(of reader: Reader) throws -> Int64 {
        switch reader {
        case .all: 0
        case .agency(let agency): try madeNumber(of: agency)
        }
    }

    func madeNumber(of agency: AgencyCode) throws -> Int64 {
        if let number = try number(of: agency) { return number }
        try run("INSERT INTO agency (code) VALUES (?)", [agency.text])
        let number = database.lastInsertedRowID
        memo.agencies[agency] = number
        return number
    }
}
