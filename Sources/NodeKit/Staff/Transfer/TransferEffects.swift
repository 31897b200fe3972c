import GRDB
import Negotiation
import Personnel

/// What started transfers do to the staff tables, each once, in the transaction that absorbs their records.
///
/// Nothing here throws for what a record says: a transfer that does not fit is `unresolved`, so that one person's odd data
/// never stops an exchange. A redelivered record has no effect.
public enum TransferEffects {
    /// Applies a start at one of its two registries.
    ///
    /// A definitive move ends the home's assignments the day before the start and takes the person out of the active staff;
    /// inside one agency the new assignment follows at once. A secondment adds a second, dated assignment at home and a
    /// guest at the receiver, and a later record of it moves their last day. The card of who left is unlinked. The person then awaits the staff export.
    public static func start(
        _ transfer: StartedTransfer, at agency: AgencyCode, in db: Database
    ) throws -> TransferEffect {
        guard try !isDone("start", transfer.transfer, in: db) else {
            try reschedule(transfer, in: db)
            return .none
        }
        if agency == transfer.home {
            return try startAtHome(transfer, in: db)
        }
        guard agency == transfer.receiving else { return .none }
        if transfer.effect == .definitive {
            try note("start", transfer.transfer, nil, in: db)
            return .awaitsFile
        }
        return try host(transfer, in: db)
    }

    /// Lets the person of a definitive transfer stand at the receiver, with everything of the file and the new post.
    ///
    /// A file that is sent again after it was received has no effect.
    ///
    /// - Parameter expected: the NIP that home disclosed for the card; the file of another person is unresolved. Nil when
    ///   nothing was disclosed.
    public static func receive(
        _ file: PersonnelFile, for transfer: StartedTransfer, expecting expected: NIP? = nil, at agency: AgencyCode,
        in db: Database
    ) throws -> TransferEffect {
        guard agency == transfer.receiving, transfer.home != transfer.receiving, transfer.effect == .definitive,
            try !isDone("receive", transfer.transfer, in: db)
        else { return .none }
        guard let assignment = transfer.assignment else { return .unresolved(misfit) }
        let nip = file.sheet.person.nip
        guard expected == nil || expected == nip else {
            return .unresolved(
                StaffError(
                    .badPersonnelFile, "the file is about another person than the one disclosed",
                    next: "ask the home agency to send the right file"))
        }
        try Arrival(writer: StaffWriter(db), reader: StaffReader(db)).write(file, assignment, transfer)
        try note("receive", transfer.transfer, nip, in: db)
        return .arrived(nip)
    }

    /// The person whom a transfer moved or seconded, once `start` or `receive` had its effect here.
    public static func person(of transfer: RecordID, in db: Database) throws -> NIP? {
        let text = try String.fetchOne(
            db, sql: "SELECT nip FROM staffTransfer WHERE transfer = ? AND nip IS NOT NULL ORDER BY id",
            arguments: [transfer.data])
        return try text.map { text in
            guard let nip = try? NIP(parsing: text) else { throw StaffError.damaged("staffTransfer") }
            return nip
        }
    }

    /// Ties a card to the person for whom it was drafted; an older card of the person is forgotten.
    public static func link(_ card: RecordID, to nip: NIP, in db: Database) throws {
        try db.execute(sql: "DELETE FROM staffCard WHERE nip = ? OR card = ?", arguments: [nip.text, card.data])
        try db.execute(sql: "INSERT INTO staffCard (card, nip) VALUES (?, ?)", arguments: [card.data, nip.text])
    }

    private static func startAtHome(_ transfer: StartedTransfer, in db: Database) throws -> TransferEffect {
        let writer = StaffWriter(db)
        let reader = StaffReader(db)
        guard let nip = try reader.person(ofCard: transfer.card), var person = try reader.person(nip) else {
            return .unresolved(
                StaffError(
                    .unknownCard, "the card of a started transfer belongs to nobody here",
                    next: "find the person behind the card and correct the staff data by hand"))
        }
        guard let assignment = transfer.assignment else { return .unresolved(misfit) }
        let isInside = transfer.home == transfer.receiving
        if transfer.effect == .second {
            try writer.add(transfer.place.post)
            try writer.put(assignment, of: nip)
            try note("start", transfer.transfer, nip, in: db)
            return .seconded(nip)
        }
        let running = try reader.assignments(of: nip).filter {
            ($0.assignment.span.until ?? .latest) >= transfer.start
                && (!isInside || $0.assignment.kind == .definitive)
        }
        guard running.allSatisfy({ $0.assignment.span.from < transfer.start }) else { return .unresolved(misfit) }
        for assignment in running {
            guard let ended = assignment.ending(on: transfer.start.adding(days: -1), by: transfer.decree) else {
                continue
            }
            try writer.put(ended, of: nip)
        }
        if isInside {
            try writer.add(transfer.place.post)
            try writer.put(assignment, of: nip)
        } else {
            person.presence = .left(on: transfer.start, to: transfer.receiving.text)
        }
        person.awaitsExport = true
        try writer.put(person)
        try db.execute(sql: "DELETE FROM staffCard WHERE card = ?", arguments: [transfer.card.data])
        try note("start", transfer.transfer, nip, in: db)
        return isInside ? .movedInside(nip) : .left(nip)
    }

    private static let misfit = StaffError(
        .transferDoesNotFit, "the dates of a started transfer do not fit the assignments stored",
        next: "look at the person's assignments and correct them by hand")

    static func isDone(_ effect: String, _ transfer: RecordID, in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM staffTransfer WHERE transfer = ? AND effect = ?)",
            arguments: [transfer.data, effect]) ?? false
    }

    static func note(_ effect: String, _ transfer: RecordID, _ nip: NIP?, in db: Database) throws {
        try db.execute(
            sql: "INSERT INTO staffTransfer (transfer, effect, nip) VALUES (?, ?, ?)",
            arguments: [transfer.data, effect, nip?.text])
    }
}
