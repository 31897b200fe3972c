import Foundation
import GRDB
import Negotiation
import Personnel

/// Reads the staff tables inside a transaction that the caller holds.
///
/// All lists come in a fixed order: people and their rows by NIP, then by the row's key; ids in byte order. Everything
/// throws `StaffError` for a damaged row, else what the database throws.
public struct StaffReader {
    let db: Database

    /// - Parameter db: the transaction to read in.
    public init(_ db: Database) {
        self.db = db
    }

    /// Everyone ever held, those who left included.
    public func people() throws -> [StaffPerson] {
        try Row.fetchAll(db, sql: "SELECT * FROM staffPerson ORDER BY nip").map(Self.person)
    }

    /// One person without the lists, or nil when the store never held the person.
    public func person(_ nip: NIP) throws -> StaffPerson? {
        try Row.fetchOne(db, sql: "SELECT * FROM staffPerson WHERE nip = ?", arguments: [nip.text]).map(Self.person)
    }

    /// The history of posts of one person, the earliest begun first.
    public func assignments(of nip: NIP) throws -> [StaffAssignment] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM staffAssignment WHERE nip = ? ORDER BY since, kind, postID, unitID",
            arguments: [nip.text]
        ).map(Self.assignment)
    }

    /// Every post known, by id.
    public func posts() throws -> [Post] {
        try Row.fetchAll(db, sql: "SELECT * FROM staffPost ORDER BY id").map(Self.post)
    }

    /// The post with an official id, or nil when no reference file or export named it.
    public func post(_ id: String) throws -> Post? {
        try Row.fetchOne(db, sql: "SELECT * FROM staffPost WHERE id = ?", arguments: [id]).map(Self.post)
    }

    /// Every unit known, by id.
    public func units() throws -> [Personnel.Unit] {
        try Row.fetchAll(db, sql: "SELECT * FROM staffUnit ORDER BY id").map(Self.unit)
    }

    /// The unit with an official id, or nil when no reference file or export named it.
    public func unit(_ id: String) throws -> Personnel.Unit? {
        try Row.fetchOne(db, sql: "SELECT * FROM staffUnit WHERE id = ?", arguments: [id]).map(Self.unit)
    }

    /// The district of each unit, by its id: its own, or that of the nearest unit above that states one.
    public func districts() throws -> [String: String] {
        let units = Dictionary(try units().map { ($0.id, $0) }) { first, _ in first }
        func district(of unit: Personnel.Unit) -> String? {
            var above: Personnel.Unit? = unit
            // A tree of an agency is a handful of levels deep; a longer way up is a circle in the data.
            for _ in 0..<20 {
                guard let unit = above else { return nil }
                if let district = unit.district { return district }
                above = unit.parent.flatMap { units[$0] }
            }
            return nil
        }
        return units.compactMapValues(district)
    }

    /// The workload analysis of a post in a unit, by task; empty when there is none.
    public func workload(post: String, unit: String) throws -> [WorkloadRow] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM staffWorkload WHERE postID = ? AND unitID = ? ORDER BY task",
            arguments: [post, unit]
        ).map(Self.workload)
    }

    /// How many active people hold a post of a unit on a day, definitively or seconded here: who is seconded elsewhere keeps the
    /// post and counts.
    ///
    /// - Parameter movements: what decrees say of the day beside the rows.
    public func holders(
        post: String, unit: String, on day: CivilDate, _ movements: Movements = .none
    ) throws -> Int {
        let arguments: StatementArguments = ["post": post, "unit": unit, "day": day.iso]
        let there = "postID = :post AND unitID = :unit AND \(Self.running)"
        let own = try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM staffPerson WHERE nip IN
                (SELECT nip FROM staffAssignment WHERE kind = 'definitive' AND \(there))
                """,
            arguments: arguments
        ).map(Self.person).filter(\.isActive).map(\.nip)
        let guests = try Int.fetchOne(
            db, sql: "SELECT COUNT(*) FROM staffGuest WHERE \(there)", arguments: arguments)
        let gone = Set(movements.leaving.filter { $0.effect == .definitive }.compactMap(\.nip))
        let come = movements.arriving.filter { move in
            move.place.post.id == post && move.place.unitID == unit && !(move.nip.map(own.contains) ?? false)
        }
        return own.count { !gone.contains($0) } + (guests ?? 0) + come.count
    }

    /// What an import may refer to.
    public func knownReferences() throws -> KnownReferences {
        var known = KnownReferences()
        for post in try posts() {
            known.posts[post.id] = post.kind
        }
        known.units = Set(try String.fetchAll(db, sql: "SELECT id FROM staffUnit"))
        known.people = Set(try people().map(\.nip))
        return known
    }

    /// The person of each card that this registry posted and did not close.
    public func cards() throws -> [RecordID: NIP] {
        var cards: [RecordID: NIP] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT card, nip FROM staffCard") {
            guard let id = RecordID(bytes: row["card"] as Data), let nip = try? NIP(parsing: row["nip"]) else {
                throw StaffError.damaged("staffCard")
            }
            cards[id] = nip
        }
        return cards
    }

    /// The person whom a started transfer moved or lent; nil as long as it had no effect here.
    public func person(ofTransfer transfer: RecordID) throws -> NIP? {
        try TransferEffects.person(of: transfer, in: db)
    }

    /// The person behind a card of this agency, nil when this registry never posted it.
    public func person(ofCard card: RecordID) throws -> NIP? {
        let text = try String.fetchOne(
            db, sql: "SELECT nip FROM staffCard WHERE card = ?", arguments: [card.data])
        return try text.map { text in
            guard let nip = try? NIP(parsing: text) else { throw StaffError.damaged("staffCard") }
            return nip
        }
    }
}
