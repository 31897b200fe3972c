import GRDB
import Negotiation
import Personnel

/// The staff of one agency at its registry.
///
/// Opens its own short transactions; work that belongs to a larger one uses `StaffReader` and `TransferEffects` with the
/// caller's `Database`. Throws `StaffError`, `ImportError` or what the database throws.
public struct StaffStore: Sendable {
    let database: any DatabaseWriter
    /// Whose staff it is.
    public let agency: AgencyCode

    /// - Parameter database: one whose migrator ran `StaffSchema.migrations`.
    public init(database: any DatabaseWriter, agency: AgencyCode) {
        self.database = database
        self.agency = agency
    }

    /// Reads in one transaction.
    public func read<Value>(_ body: (StaffReader) throws -> Value) throws -> Value {
        try database.read { try body(StaffReader($0)) }
    }

    /// Everyone ever held, those who left included, by NIP.
    public func people() throws -> [StaffPerson] {
        try read { try $0.people() }
    }

    /// Everything of one person, or nil when the store never held the person.
    public func sheet(_ nip: NIP) throws -> PersonSheet? {
        try read { try $0.sheet(nip) }
    }

    /// Everything of the active staff, by NIP.
    public func activeSheets() throws -> [PersonSheet] {
        try read { try $0.sheets().filter(\.person.isActive) }
    }

    /// What an import may refer to: for `StaffImport.read`.
    public func knownReferences() throws -> KnownReferences {
        try read { try $0.knownReferences() }
    }

    /// The people seconded here on a day, by transfer.
    public func guests(on day: CivilDate) throws -> [Guest] {
        try read { try $0.guests(on: day) }
    }

    /// The person of each card that this registry posted and did not close.
    public func cards() throws -> [RecordID: NIP] {
        try read { try $0.cards() }
    }

    /// Notes that an operation that posts a card of a person was drafted.
    public func link(_ card: RecordID, to nip: NIP) throws {
        try database.write { try TransferEffects.link(card, to: nip, in: $0) }
    }

    /// Notes that a card was closed or refused: its person has none.
    public func unlink(_ card: RecordID) throws {
        try database.write { db in
            try db.execute(sql: "DELETE FROM staffCard WHERE card = ?", arguments: [card.data])
        }
    }
}
