import Foundation
import GRDB
import Negotiation
import SyncProtocol

/// What a node's tables say about its live replica, read by plain SQL past the store: an oracle must not ask the code that it
/// judges. Reading everything at once is also what makes a check of all machines affordable.
struct ReplicaImage {
    struct Held {
        var revision: Int
        var kind: String
        var body: [UInt8]
    }

    var records: [RecordID: Held] = [:]
    /// In the order of their rows.
    var order: [RecordID] = []
    /// Position of the cursor; nil before the first page.
    var cursor: Int?
    var epoch: Int?
    /// Whether the last page was a complete one.
    var isComplete: Bool
    var isRebuilding: Bool
    /// As the store keeps it with every change.
    var keptCount: Int
    var keptSum: String

    /// The whole replica, or of its records only some.
    init(_ database: Database, of ids: [RecordID]? = nil) throws {
        let state = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT live, building FROM state WHERE id = 1"))
        let live: Int = state.value(0) ?? 0
        isRebuilding = (state.value(1) as Int?) != nil
        let generation = try Row.fetchOne(
            database.cachedStatement(
                sql: "SELECT epoch, position, count, sum, statedPosition FROM generation WHERE id = ?"),
            arguments: [live])
        epoch = generation.value(0)
        cursor = generation.value(1)
        keptCount = generation.value(2) ?? 0
        keptSum = generation.value(3) ?? ""
        isComplete = cursor != nil && generation.value(4) as Int? == cursor
        if let ids {
            try read(ids, database, live)
        } else {
            try readAll(database, live)
        }
    }

    private mutating func read(_ ids: [RecordID], _ database: Database, _ live: Int) throws {
        let statement = try database.cachedStatement(
            sql: "SELECT uuid, revision, kind, body FROM record WHERE uuid = ? AND generation = ?")
        for id in ids {
            try Row.fetchOne(statement, arguments: [Data(id.bytes), live]).map { add($0) }
        }
    }

    private mutating func readAll(_ database: Database, _ live: Int) throws {
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: "SELECT uuid, revision, kind, body FROM record WHERE generation = ? ORDER BY id"),
            arguments: [live])
        while let row = try rows.next() {
            add(row)
        }
    }

    /// A row that rotted is none.
    private mutating func add(_ row: Row?) {
        guard let id = (row.value(0) as Data?).flatMap({ RecordID(bytes: $0) }), let revision: Int = row.value(1),
            let kind: String = row.value(2), let body: Data = row.value(3)
        else { return }
        records[id] = Held(revision: revision, kind: kind, body: [UInt8](body))
        order.append(id)
    }

    /// Added up from the bodies.
    var digest: ViewDigest {
        var digest = ViewDigest()
        for (id, held) in records {
            digest.add(ViewDigest.leaf(kind: held.kind, id: id, revision: held.revision, body: held.body))
        }
        return digest
    }
}

extension Row? {
    /// The column, when it is there and of this type: on a rotten disk it may be anything.
    fileprivate func value<Value: DatabaseValueConvertible>(_ column: Int) -> Value? {
        flatMap { Value.fromDatabaseValue($0[column]) }
    }
}
