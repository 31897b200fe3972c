import GRDB
import Statements
import SyncProtocol

/// One copy of the replica: how far it goes, its running digest, and what the coordinator last said it should be.
struct Generation: Equatable {
    var number: Int
    /// Nil until the first page.
    var cursor: SyncProtocol.Cursor?
    /// Kept with every change; `status` computes it anew from the stored bodies.
    var digest = ViewDigest()
    /// Count and digest at `statedPosition`, as the coordinator stated them.
    var stated: ViewDigest?
    var statedPosition: Int?

    init(number: Int) {
        self.number = number
    }

    private static let names = SoundRow.columns(of: query)
    private static let query: StaticString = """
        SELECT epoch, position, start, count, sum, statedCount, statedSum, statedPosition FROM generation WHERE id = ?
        """

    init(_ database: Database, number: Int) throws {
        let generation = try HotStatements(database).first(Self.query, [.integer(number)]) { row in
            try Generation(SoundRow(row, columns: Self.names), number: number)
        }
        guard let generation else {
            throw NodeFailure.damaged("A generation of the replica is missing.")
        }
        self = generation
    }

    private init(_ row: SoundRow, number: Int) throws {
        self.number = number
        if let epoch = try row.optionalInteger("epoch") {
            cursor = SyncProtocol.Cursor(
                epoch: epoch, position: try row.integer("position"), start: try row.integer("start"))
        }
        digest = try row.sound(ViewDigest(hex: row.text("sum"), count: row.integer("count")), "sum")
        if let sum = try row.optionalText("statedSum") {
            stated = try row.sound(ViewDigest(hex: sum, count: row.integer("statedCount")), "statedSum")
            statedPosition = try row.integer("statedPosition")
        }
    }

    /// Whether the replica is what the coordinator stated; nil before it is complete.
    var agrees: Bool? {
        guard let stated, statedPosition == cursor?.position else {
            return nil
        }
        return stated == digest
    }

    func insert(_ database: Database) throws {
        try database.execute(
            cached: "INSERT INTO generation (id, count, sum) VALUES (?, ?, ?)",
            arguments: [number, digest.count, digest.hex])
        try save(database)
    }

    func save(_ database: Database) throws {
        try HotStatements(database).run(
            """
            UPDATE generation SET epoch = ?1, position = ?2, start = ?3, count = ?4, sum = ?5, statedCount = ?6,
            statedSum = ?7, statedPosition = ?8, seal = ?10 WHERE id = ?9
            """,
            RowSum.summed([
                .optional(cursor?.epoch), .optional(cursor?.position), .optional(cursor?.start), .integer(digest.count),
                .text(digest.hex), .optional(stated?.count), .optional(stated?.hex), .optional(statedPosition),
                .integer(number),
            ]))
    }

    /// Removes the copy with its records.
    static func remove(_ database: Database, number: Int) throws {
        try database.execute(cached: "DELETE FROM record WHERE generation = ?", arguments: [number])
        try database.execute(cached: "DELETE FROM generation WHERE id = ?", arguments: [number])
        try Erasure.owe(database)
        try HeldAttachments.removeUnnamed(database)
    }
}
