import Foundation
import GRDB
import Negotiation
import Statements
import StrictJSON
import SyncProtocol

extension Outbox {
    private static let columns = "id, uuid, bytes, hash, bundle, position, outcome, held"

    /// One operation of this node, in whatever state. Throws ``NodeFailure``.
    public func entry(_ id: OperationID) throws -> OutboxEntry? {
        try statements.first(Self.one, [.bytes(id.bytes)]) { try Self.entry(SoundRow($0, columns: Self.names)) }
    }

    private static let one: StaticString = """
        SELECT id, uuid, bytes, hash, bundle, position, outcome, held FROM operation WHERE uuid = ?
        """
    private static let names = SoundRow.columns(of: one)

    /// What has no outcome yet, in order: first what is in flight, then the drafts. One that is damaged fails the whole, or is
    /// left out for a list that shows the rest.
    public func pending(skippingDamaged: Bool = false) throws -> [OutboxEntry] {
        let entries = try Row.fetchAll(
            database,
            cached: "SELECT \(Self.columns) FROM operation WHERE outcome IS NULL ORDER BY bundle IS NULL, id"
        ).compactMap { skippingDamaged ? try Self.readable($0) : try Self.entry($0) }
        let waiting = try waiting()
        return entries.map { entry in
            guard let cause = waiting[entry.operation.id] else { return entry }
            return OutboxEntry(operation: entry.operation, state: .waiting(for: cause))
        }
    }

    /// The first recorded one that has no outcome yet.
    func oldestPending() throws -> OutboxEntry? {
        try Row.fetchOne(
            database, cached: "SELECT \(Self.columns) FROM operation WHERE outcome IS NULL ORDER BY id LIMIT 1"
        ).map(Self.entry)
    }

    /// What ended, the last one first, without what is damaged. `limit` is at least 1.
    public func decided(limit: Int = 100) throws -> [OutboxEntry] {
        try Row.fetchAll(
            database,
            cached: """
                SELECT \(Self.columns) FROM operation WHERE outcome IS NOT NULL ORDER BY position DESC, id DESC LIMIT ?
                """,
            arguments: [max(limit, 1)]
        ).compactMap(Self.readable)
    }

    func draftCount() throws -> Int {
        try count("SELECT count(*) FROM operation WHERE bundle IS NULL")
    }

    func inFlightCount() throws -> Int {
        try count("SELECT count(*) FROM operation WHERE bundle IS NOT NULL AND outcome IS NULL")
    }

    func count(_ query: StaticString) throws -> Int {
        try HotStatements(database).first(query, []) { Int(try $0.integer(0)) } ?? 0
    }

    /// How many of all operations are not what was recorded.
    func damagedCount() throws -> Int {
        try Row.fetchAll(database, cached: "SELECT \(Self.columns) FROM operation").filter {
            try Self.readable($0) == nil
        }
        .count
    }

    /// Nil for a row that is damaged.
    private static func readable(_ row: Row) throws -> OutboxEntry? {
        do {
            return try entry(row)
        } catch let failure as NodeFailure where failure.code == .damaged {
            return nil
        }
    }

    static func entry(_ row: Row) throws -> OutboxEntry {
        try entry(SoundRow(row))
    }

    private static func entry(_ row: SoundRow) throws -> OutboxEntry {
        guard let operation = try? Operation(parsing: try recordedBytes(row)) else {
            throw NodeFailure.damaged("A stored operation is not what was recorded.")
        }
        return OutboxEntry(operation: operation, state: try state(row))
    }

    /// The bytes of a stored operation, compared with the hash that was taken when it was recorded.
    static func recordedBytes(_ row: SoundRow) throws -> [UInt8] {
        let bytes = try row.blob("bytes")
        guard Sodium.sha256(bytes) == (try row.blob("hash")) else {
            throw NodeFailure.damaged("A stored operation is not what was recorded.")
        }
        return bytes
    }

    private static func state(_ row: SoundRow) throws -> OutboxEntry.State {
        guard let bundle = try row.optionalInteger("bundle") else {
            guard let held = try row.optionalText("held") else { return .draft }
            return .held(try row.sound(HoldReason(rawValue: held), "held"))
        }
        guard let text = try row.optionalBlob("outcome") else { return .inFlight(bundle: bundle) }
        let outcome = try row.sound((try? JSON(parsing: text)).flatMap { try? Outcome(reading: $0) }, "outcome")
        return .decided(outcome, position: try row.integer("position"))
    }
}
