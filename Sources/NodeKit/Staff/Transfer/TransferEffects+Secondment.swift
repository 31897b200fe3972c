import Foundation
import GRDB
import Negotiation
import Personnel

/// Secondments: guests at the receiver, and the end on the day of return.
extension TransferEffects {
    static func host(_ transfer: StartedTransfer, in db: Database) throws -> TransferEffect {
        guard let span = transfer.span else {
            return .unresolved(
                StaffError(
                    .transferDoesNotFit, "a secondment started after its day of return",
                    next: "agree with the home agency on another day of return"))
        }
        try db.execute(
            sql: """
                INSERT INTO staffGuest
                (transfer, card, home, postID, postName, unitID, unitName, since, until)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                transfer.transfer.data, transfer.card.data, transfer.home.text, transfer.place.post.id,
                transfer.place.post.name, transfer.place.unitID, transfer.place.unitName, span.from.iso,
                span.until?.iso,
            ])
        try note("start", transfer.transfer, nil, in: db)
        return .hosts
    }

    /// Moves the last day of a secondment that was extended or ended early, in whichever table it stands here.
    static func reschedule(_ transfer: StartedTransfer, in db: Database) throws {
        guard transfer.effect == .second, let span = transfer.span, let until = span.until else { return }
        for table in ["staffAssignment", "staffGuest"] {
            try db.execute(
                sql: "UPDATE \(table) SET until = ? WHERE transfer = ? AND until IS NOT ?",
                arguments: [until.iso, transfer.transfer.data, until.iso])
        }
        // The person's own unit may have gone over, and another agency and card stand behind the guest.
        try db.execute(
            sql: """
                UPDATE staffGuest SET home = :home, card = :card
                WHERE transfer = :transfer AND (home, card) IS NOT (:home, :card)
                """,
            arguments: [
                "home": transfer.home.text, "card": transfer.card.data, "transfer": transfer.transfer.data,
            ])
        // The unit where the person serves may have gone over to another agency.
        try db.execute(
            sql: "UPDATE staffAssignment SET agency = ? WHERE transfer = ? AND kind = 'secondment' AND agency IS NOT ?",
            arguments: [transfer.receiving.text, transfer.transfer.data, transfer.receiving.text])
    }

    /// The guests of a unit serve here until a day: their unit goes over to another agency.
    static func endGuests(of unit: String, on day: CivilDate, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE staffGuest SET until = :day WHERE unitID = :unit AND (until IS NULL OR until > :day)
                """,
            arguments: ["unit": unit, "day": day.iso])
    }

    /// Gives the guests behind a card the name and profile that home disclosed; before or after the start, again at will.
    ///
    /// Returns how many guests are behind the card; a disclosure that comes before the start is to be given again then.
    @discardableResult
    public static func disclose(
        _ profile: DisclosedProfile, ofCard card: RecordID, in db: Database
    ) throws -> Int {
        try db.execute(
            sql: "UPDATE staffGuest SET name = ?, nip = ?, profile = ? WHERE card = ?",
            arguments: [profile.name, profile.nip.text, Data(profile.encoded), card.data])
        return db.changesCount
    }

    /// The home's people whose secondment ended before a day, each once: back in their own post.
    ///
    /// A secondment ends by its date alone; this notes the return and the experience that it gave (*pengalaman loket*).
    public static func returns(on today: CivilDate, in db: Database) throws -> [NIP] {
        let sql = """
            SELECT a.* FROM staffAssignment a
            WHERE a.kind = 'secondment' AND a.origin = 'transfer' AND a.until < ? AND NOT EXISTS
                (SELECT 1 FROM staffTransfer t WHERE t.transfer = a.transfer AND t.effect = 'return')
            ORDER BY a.nip, a.since
            """
        return try Row.fetchAll(db, cached: sql, arguments: [today.iso]).compactMap { row in
            let served = try StaffReader.assignment(row)
            guard let nip = try? NIP(parsing: row["nip"]) else { throw StaffError.damaged("staffAssignment") }
            guard let transfer = served.transfer else { return nil }
            try StaffWriter(db).put(CounterExperience(service: served.unitName, span: served.assignment.span), of: nip)
            try note("return", transfer, nip, in: db)
            return nip
        }
    }
}
