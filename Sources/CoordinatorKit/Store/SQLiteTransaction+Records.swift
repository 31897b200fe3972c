import Foundation
import GRDB
import Negotiation

extension SQLiteTransaction: FoldedState {
    func record(_ id: RecordID) throws -> Negotiation.Record? {
        try one("SELECT * FROM record WHERE uuid = ?", [Data(id.bytes)]).map(record)
    }

    func records(linked link: Link) throws -> [Negotiation.Record] {
        try all(
            """
            SELECT record.* FROM link JOIN record ON record.id = link.record
            WHERE link.name = ? AND link.value = ? ORDER BY record.created, record.uuid
            """, [link.name, link.value], record)
    }

    func claim(_ tag: String) throws -> RecordID? {
        try one("SELECT record FROM claim WHERE tag = ?", [tag]).map { row in
            try Storing.sound(RecordID(bytes: try row.blob("record")), "a claim's record")
        }
    }

    func record(_ row: Row) throws -> Negotiation.Record {
        Negotiation.Record(
            id: try Storing.sound(RecordID(bytes: try row.blob("uuid")), "a record id"),
            kind: RecordKind(rawValue: try row.text("kind")), revision: try row.integer("revision"),
            audience: try Storing.sound(Audience(stored: try row.text("audience")), "an audience"),
            body: try row.blob("body"), created: try row.integer("created"), changed: try row.integer("changed"))
    }

    func put(_ record: Negotiation.Record) throws {
        if let number = try number(of: record.id) {
            try run(
                "UPDATE record SET kind = ?, revision = ?, audience = ?, body = ?, created = ?, changed = ? WHERE id = ?",
                [
                    record.kind.rawValue, record.revision, record.audience.stored, Data(record.body), record.created,
                    record.changed, number,
                ])
            let old = try all("SELECT name, value FROM link WHERE record = ?", [number]) { row in
                Link(try row.text("name"), try row.text("value"))
            }
            let new = Links.of(record)
            guard old.sorted() != new.sorted() else { return }
            try run("DELETE FROM link WHERE record = ?", [number])
            try index(new, number)
        } else {
            try run(
                "INSERT INTO record (uuid, kind, revision, audience, body, created, changed) VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    Data(record.id.bytes), record.kind.rawValue, record.revision, record.audience.stored,
                    Data(record.body), record.created, record.changed,
                ])
            try index(Links.of(record), database.lastInsertedRowID)
        }
    }

    private func index(_ links: [Link], _ record: Int64) throws {
        for link in links {
            try run("INSERT INTO link (name, value, record) VALUES (?, ?, ?)", [link.name, link.value, record])
        }
    }

    func setAudience(_ reader: Reader, record: RecordID, position: Int, present: Bool) throws {
        try run(
            """
            INSERT INTO audience (reader, record, position, present) VALUES (?, ?, ?, ?)
            ON CONFLICT (record, reader) DO UPDATE SET position = excluded.position, present = excluded.present
            """,
            [try madeNumber(of: reader), try Storing.sound(try number(of: record), "a record"), position, present])
    }

    func setClaim(_ tag: String, record: RecordID) throws {
        try run("INSERT INTO claim (tag, record) VALUES (?, ?)", [tag, Data(record.bytes)])
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
        return database.lastInsertedRowID
    }
}
