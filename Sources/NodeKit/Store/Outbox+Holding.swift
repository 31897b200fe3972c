import GRDB
import Negotiation
import Statements
import SyncProtocol

/// Drafts that are held for a person to look at, and those that wait with them.
extension Outbox {
    /// Holds every draft that is not held yet.
    func hold(_ reason: HoldReason) throws {
        try database.execute(
            cached: "UPDATE operation SET held = ? WHERE bundle IS NULL AND held IS NULL", arguments: [reason.rawValue])
    }

    /// Lets a held draft go out. Throws ``NodeFailure``: `notFound`, `sent`.
    public func release(_ id: OperationID) throws {
        let row = try draftRow(id)
        try database.execute(cached: "UPDATE operation SET held = NULL WHERE id = ?", arguments: [row])
    }

    /// Lets all go out that a person had to look at, except what the coordinator could not read; returns how many.
    @discardableResult
    public func releaseAll() throws -> Int {
        try database.execute(
            cached: "UPDATE operation SET held = NULL WHERE bundle IS NULL AND held IS NOT NULL AND held <> ?",
            arguments: [HoldReason.unreadable.rawValue])
        return database.changesCount
    }

    func heldCount() throws -> Int {
        try count("SELECT count(*) FROM operation WHERE bundle IS NULL AND held IS NOT NULL")
    }

    /// For each draft that depends on a held one, that one: it names a record that the held one makes, or is about the same
    /// record after it. Directly, or through a draft that waits itself.
    ///
    /// Takes time in proportion to the drafts when one is held, none else.
    func waiting() throws -> [OperationID: OperationID] {
        guard try heldCount() > 0 else { return [:] }
        let rows = try Row.fetchCursor(
            database, sql: "SELECT bytes, hash, held FROM operation WHERE bundle IS NULL ORDER BY id")
        var causes: [RecordID: OperationID] = [:]
        var waiting: [OperationID: OperationID] = [:]
        while let row = try rows.next().map(SoundRow.init) {
            // What cannot be read depends on nothing that could be told.
            guard let operation = try? Operation(parsing: try Self.recordedBytes(row)) else { continue }
            if try row.optionalText("held") != nil {
                causes[operation.record] = operation.id
                causes[RecordID(operation.id)] = operation.id
            } else if let cause = operation.named.lazy.compactMap({ causes[$0] }).first {
                waiting[operation.id] = cause
                causes[operation.record] = cause
                causes[RecordID(operation.id)] = cause
            }
        }
        return waiting
    }

    /// A draft that the next bundle may take, with its row.
    struct Sendable {
        var row: Int
        var bytes: [UInt8]
    }

    /// The oldest drafts that may go out.
    func sendable(limit: Int) throws -> [Sendable] {
        let waiting = try waiting()
        // A negative limit is none: what waits is left out afterwards.
        let drafts = try statements.all(Self.drafts, [.integer(waiting.isEmpty ? limit : -1)]) { row in
            let row = SoundRow(row, columns: Self.draftNames)
            let isWaiting = try OperationID(bytes: row.blob("uuid")).map { waiting[$0] != nil } ?? false
            return isWaiting ? nil : Sendable(row: try row.integer("id"), bytes: try Self.recordedBytes(row))
        }
        return Array(drafts.compactMap(\.self).prefix(limit))
    }

    private static let drafts: StaticString = """
        SELECT id, uuid, bytes, hash FROM operation WHERE bundle IS NULL AND held IS NULL ORDER BY id LIMIT ?
        """
    private static let draftNames = SoundRow.columns(of: drafts)

    /// How many drafts the next bundles would take.
    func sendableCount() throws -> Int {
        try draftCount() - heldCount() - waiting().count
    }

    /// Takes an operation that the coordinator could not read out of the bundle in flight, which it said provenly that it did
    /// not take, and makes drafts again of the rest. Nil when the bundle has no such operation.
    func quarantine(_ index: Int, ofBundle row: Int) throws -> Bundle? {
        let bundle = try bundle(row).bundle
        guard bundle.operations.indices.contains(index) else { return nil }
        try redraft()
        try database.execute(
            cached: "UPDATE operation SET held = ? WHERE hash = ? AND bundle IS NULL",
            arguments: [HoldReason.unreadable.rawValue, Sodium.sha256(bundle.operations[index]).blob])
        return bundle
    }
}
