import Foundation
import GRDB
import Negotiation

extension SQLiteTransaction: FoldedState {
    func record(_ id: RecordID) throws -> Negotiation.Record? {
        if case .some(nil) = memo.number(of: id) { return nil }
        let found = try first(
            "SELECT \(Self.recordColumns) FROM record WHERE uuid = ?", [.bytes(id.bytes)], record)
        if found == nil {
            memo.keep(nil, of: id)
        }
        return found
    }

    func records(linked link: Link) throws -> [Negotiation.Record] {
        if let known = memo.records(linked: link) { return known }
        let found = try all(
            """
            SELECT \(Self.recordColumns) FROM link JOIN record ON record.id = link.record
            WHERE link.name = ? AND link.value = ? ORDER BY record.created, record.uuid
            """, [link.name, link.value], record)
        memo.keep(found, linked: link)
        return found
    }

    func claim(_ tag: String) throws -> RecordID? {
        if memo.isFree(tag) { return nil }
        let holder = try first("SELECT record FROM claim WHERE tag = ?", [.text(tag)]) { row in
            try Storing.sound(RecordID(bytes: try row.bytes(0)), "a claim's record")
        }
        if holder == nil {
            memo.keep(free: tag)
        }
        return holder
    }

    /// In the order in which ``record(_:)-(Row)`` reads them.
    static let recordColumns = """
        record.uuid, record.kind, record.revision, record.audience, record.body, record.created, record.changed
        """

    func record(_ row: Row) throws -> Negotiation.Record {
        Negotiation.Record(
            id: try Storing.sound(RecordID(bytes: try row.blob(at: 0)), "a record id"),
            kind: RecordKind(rawValue: try row.text(at: 1)), revision: try row.integer(at: 2),
            audience: try Storing.sound(Audience(stored: try row.text(at: 3)), "an audience"),
            body: try row.blob(at: 4), created: try row.integer(at: 5), changed: try row.integer(at: 6))
    }

    private func record(_ row: HotRow) throws -> Negotiation.Record {
        Negotiation.Record(
            id: try Storing.sound(RecordID(bytes: try row.bytes(0)), "a record id"),
            kind: RecordKind(rawValue: try row.text(1)), revision: Int(try row.integer(2)),
            audience: try Storing.sound(Audience(stored: try row.text(3)), "an audience"),
            body: try row.bytes(4), created: Int(try row.integer(5)), changed: Int(try row.integer(6)))
    }

    func put(_ record: Negotiation.Record) throws {
        if let number = try number(of: record.id) {
            try write(
                "UPDATE record SET kind = ?, revision = ?, audience = ?, body = ?, created = ?, changed = ? WHERE id = ?",
                [
                    .text(record.kind.rawValue), .integer(record.revision), .text(record.audience.stored),
                    .bytes(record.body), .integer(record.created), .integer(record.changed), .row(number),
                ])
            let old = try all("SELECT name, value FROM link WHERE record = ?", [number]) { row in
                Link(try row.text("name"), try row.text("value"))
            }
            let new = Links.of(record)
            memo.forget(old + new)
            guard old.sorted() != new.sorted() else { return }
            try run("DELETE FROM link WHERE record = ?", [number])
            try index(new, number)
        } else {
            try write(
                "INSERT INTO record (uuid, kind, revision, audience, body, created, changed) VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    .bytes(record.id.bytes), .text(record.kind.rawValue), .integer(record.revision),
                    .text(record.audience.stored), .bytes(record.body), .integer(record.created),
                    .integer(record.changed),
                ])
            let number = database.lastInsertedRowID
            let links = Links.of(record)
            memo.keep(number, of: record.id)
            memo.forget(links)
            try index(links, number)
        }
    }

    private func index(_ links: [Link], _ record: Int64) throws {
        for link in links {
            try write(
                "INSERT INTO link (name, value, record) VALUES (?, ?, ?)",
                [.text(link.name), .text(link.value), .row(record)])
        }
    }

    func setAudience(_ reader: Reader, record: RecordID, position: Int, present: Bool) throws {
        try write(
            """
            INSERT INTO audience (reader, record, position, present) VALUES (?, ?, ?, ?)
            ON CONFLICT (record, reader) DO UPDATE SET position = excluded.position, present = excluded.present
            """,
            [
                .row(try madeNumber(of: reader)), .row(try Storing.sound(try number(of: record), "a record")),
                .integer(position), .integer(present ? 1 : 0),
            ])
    }

    func setClaim(_ tag: String, record: RecordID) throws {
        memo.forget(free: tag)
        try write("INSERT INTO claim (tag, record) VALUES (?, ?)", [.text(tag), .bytes(record.bytes)])
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
