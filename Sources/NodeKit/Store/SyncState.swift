import GRDB
import Negotiation
import Statements
import SyncProtocol

/// The one row that says how far this node has synced: exchange numbers, journal head, generations, and the last refusal.
///
/// `exchange` is the last answered one, `exchange + 1` the pending one whenever `pendingNonce` is set.
struct SyncState: Equatable {
    var node: NodeID
    var instance: InstanceID
    /// The public key of the node that the database belongs to; nil until this version first opened it.
    var key: [UInt8]?
    /// The instance that the next exchange opens, because the data came from a backup.
    var opens: InstanceID?
    var exchange: Int
    /// The nonce of the last answered exchange; empty before the first.
    var nonce: String
    var pendingNonce: String?
    /// The row of the bundle that the pending exchange carries: bundles of former instances stand beside it.
    var pendingBundle: Int?
    /// The last bundle made, 0 before the first, and its hash.
    var bundle: Int
    var bundleHash: String
    var head: Head?
    /// The last day that came, as the coordinator wrote it.
    var day: String?
    var live: Int
    var building: Int?
    /// Day and program version of the last rebuild, which is tried once for each.
    var rebuilt: String?
    var isDiverged: Bool
    var refusal: SyncRefusal?
    var lastSync: String?
    var nextSeconds: Int?
    var wire = SpokenWire()

    /// The generation into which the next page goes.
    var target: Int { building ?? live }

    /// The refusal that stopped the node, nil when it may sync.
    var stop: SyncRefusal? { refusal?.stopsNode == true ? refusal : nil }

    private static let names = SoundRow.columns(of: query)
    private static let query: StaticString = """
        SELECT node, instance, key, opens, exchange, nonce, pendingNonce, pendingBundle, bundle, bundleHash, headEpoch,
        headPosition, headRoot, day, live, building, rebuilt, diverged, refusal, refusalDetail, lastSync, nextSeconds, wire,
        wireRetryAt FROM state WHERE id = 1
        """

    init(_ database: Database) throws {
        self = try Self.read(Self.query, database) { try SyncState(SoundRow($0, columns: Self.names)) }
    }

    private init(_ row: SoundRow) throws {
        node = try row.sound(NodeID(bytes: row.blob("node")), "node")
        instance = try row.sound(InstanceID(bytes: row.blob("instance")), "instance")
        key = try row.optionalBlob("key")
        opens = try row.optionalBlob("opens").map { try row.sound(InstanceID(bytes: $0), "opens") }
        exchange = try row.integer("exchange")
        nonce = try row.text("nonce")
        pendingNonce = try row.optionalText("pendingNonce")
        pendingBundle = try row.optionalInteger("pendingBundle")
        bundle = try row.integer("bundle")
        bundleHash = try row.text("bundleHash")
        if let epoch = try row.optionalInteger("headEpoch") {
            head = Head(
                epoch: epoch, position: try row.integer("headPosition"), root: try row.optionalText("headRoot"))
        }
        day = try row.optionalText("day")
        live = try row.integer("live")
        building = try row.optionalInteger("building")
        rebuilt = try row.optionalText("rebuilt")
        isDiverged = try row.integer("diverged") != 0
        refusal = try row.optionalText("refusal").map {
            SyncRefusal(code: $0, detail: try row.text("refusalDetail"))
        }
        lastSync = try row.optionalText("lastSync")
        nextSeconds = try row.optionalInteger("nextSeconds")
        wire = SpokenWire(agreed: try row.optionalInteger("wire"), retryAt: try row.optionalInteger("wireRetryAt"))
    }

    /// Reads other columns of the one row, which have a type of their own.
    static func read<Value>(
        _ query: StaticString, _ database: Database, _ value: (HotRow) throws -> Value
    ) throws -> Value {
        guard let value = try HotStatements(database).first(query, [], value) else {
            throw NodeFailure.damaged("The row with the state of the sync is missing.")
        }
        return value
    }

    /// Gives an empty database to the node; refuses one that belongs to another. Returns its state: the instance stands in it,
    /// `keys.json` has the one of the join.
    @discardableResult
    static func claim(_ database: Database, for identity: NodeIdentity) throws -> SyncState {
        if try Int.fetchOne(database, cached: "SELECT count(*) FROM state") == 0 {
            try database.execute(
                cached: """
                    INSERT INTO state (id, node, instance, exchange, nonce, bundle, bundleHash, live, diverged)
                    VALUES (1, ?, ?, 0, '', 0, ?, 1, 0)
                    """,
                arguments: [identity.node.bytes.blob, identity.instance.bytes.blob, Bundle.none])
            try Generation(number: 1).insert(database)
        }
        var state = try SyncState(database)
        if state.key == nil, state.instance == identity.instance {
            state.key = identity.signing.publicKey.bytes
            try state.save(database)
        }
        guard state.node == identity.node, state.key == identity.signing.publicKey.bytes else {
            throw NodeFailure(
                .mixed, "The database belongs to another node, or to another life of it, than keys.json.",
                advice: "Put files of one backup together again.")
        }
        return state
    }

    /// Writes the row, and with it how fresh the view is when that was heard of.
    func save(_ database: Database, _ freshness: Freshness? = nil) throws {
        let statements = HotStatements(database)
        let values = RowSum.summed(values)
        guard let freshness else { return try statements.run(Self.saving, values) }
        try statements.run(Self.savingAll, values + freshness.values)
    }

    private static let saving: StaticString = """
        UPDATE state SET node = ?, instance = ?, key = ?, opens = ?, exchange = ?, nonce = ?, pendingNonce = ?,
        pendingBundle = ?, bundle = ?, bundleHash = ?, headEpoch = ?, headPosition = ?, headRoot = ?, day = ?, live = ?,
        building = ?, rebuilt = ?, diverged = ?, refusal = ?, refusalDetail = ?, lastSync = ?, nextSeconds = ?, wire = ?,
        wireRetryAt = ?, seal = ? WHERE id = 1
        """
    private static let savingAll: StaticString = """
        UPDATE state SET node = ?, instance = ?, key = ?, opens = ?, exchange = ?, nonce = ?, pendingNonce = ?,
        pendingBundle = ?, bundle = ?, bundleHash = ?, headEpoch = ?, headPosition = ?, headRoot = ?, day = ?, live = ?,
        building = ?, rebuilt = ?, diverged = ?, refusal = ?, refusalDetail = ?, lastSync = ?, nextSeconds = ?, wire = ?,
        wireRetryAt = ?, seal = ?, completeAt = ?, movedAt = ?, stillSyncs = ? WHERE id = 1
        """

    private var values: [HotStatement.Value] {
        [
            .bytes(node.bytes), .bytes(instance.bytes), .optional(key), .optional(opens?.bytes), .integer(exchange),
            .text(nonce), .optional(pendingNonce), .optional(pendingBundle), .integer(bundle), .text(bundleHash),
            .optional(head?.epoch), .optional(head?.position), .optional(head?.root), .optional(day), .integer(live),
            .optional(building), .optional(rebuilt), .integer(isDiverged ? 1 : 0), .optional(refusal?.code),
            .optional(refusal?.detail), .optional(lastSync), .optional(nextSeconds), .optional(wire.agreed),
            .optional(wire.retryAt),
        ]
    }
}

extension Freshness {
    fileprivate var values: [HotStatement.Value] {
        [.optional(completeAt?.milliseconds), .optional(movedAt?.milliseconds), .integer(stillSyncs)]
    }
}
