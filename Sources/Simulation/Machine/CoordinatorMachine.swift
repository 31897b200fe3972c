import CoordinatorKit
import Foundation
import GRDB
import Logging
import Negotiation
import NodeKit
import SyncProtocol

/// The BKD's machine: a disk, a clock, the keys beside the database, and the coordinator while it runs.
final class CoordinatorMachine {
    static let quiet = Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() }

    let disk: FaultDisk
    let clock: MachineClock
    let keys: CoordinatorKeys
    let plant: Plant?
    /// A second place for everything; nil where none is kept.
    var mirror: MirrorStandIn?
    /// Until this moment of true time its program is an old one, which speaks the first version of the wire only.
    var oldUntil = 0
    private(set) var coordinator: Coordinator?
    private(set) var store: (any CoordinatorStore)?
    private var queue: DatabaseQueue?

    init(seed: UInt64, truth: Int, plant: Plant?) {
        disk = FaultDisk(seed: seed)
        clock = MachineClock(truth: truth)
        keys = CoordinatorKeys.generate()
        self.plant = plant
    }

    /// A machine with a copy of another's disk and its keys, as that one is at this moment.
    init(copyOf other: CoordinatorMachine, seed: UInt64, truth: Int) {
        disk = FaultDisk(seed: seed)
        clock = MachineClock(truth: truth)
        keys = other.keys
        plant = other.plant
        reducerVersion = other.reducerVersion
        disk.copy(from: other.disk)
    }

    /// Founds the region; gives the desk's node what a join would give it.
    func found(_ founding: RegionFounding, desk: NodeKeys) throws -> JoinReply {
        let store = try openStore()
        return try Coordinator.found(
            founding, desk: desk, store: store, keys: keys, at: moment, log: Self.quiet)
    }

    /// Opens the database and serves. Throws what a program would end with.
    func start() throws {
        if store == nil {
            _ = try openStore()
        }
        guard let store else { return }
        coordinator = try Coordinator(
            store: store, keys: keys, settings: Self.settings, mirror: mirror,
            reducer: plant.reducer(version: reducerVersion),
            clock: { [clock] in Moment(secondsSince1970: Double(clock.milliseconds) / 1000) }, log: Self.quiet)
    }

    var moment: Moment { Moment(secondsSince1970: Double(clock.milliseconds) / 1000) }

    /// A later version of the program decides after the first restart, as after an update.
    var reducerVersion = Reducer.version

    /// Begins to serve, which the journal is told. Throws `StoreFailure`.
    func boot() throws {
        try start()
        try coordinator?.bootBlocking()
    }

    static let settings = CoordinatorSettings(
        commit: CommitLimits(), paceSeconds: 900, pageBytes: 64 << 10, pageAttachments: 200)

    private var entries: (changes: UInt64, entries: [StoredEntry])?

    /// The stored journal; read again only after the disk has changed.
    func storedEntries() throws -> [StoredEntry] {
        guard let store else { return [] }
        let changes = disk.changes
        if let entries, entries.changes == changes { return entries.entries }
        let read = try store.read { try $0.entries(after: 0, limit: 100_000) }
        entries = (changes, read)
        return read
    }

    /// What it has kept about personal data that it gave away, read by plain SQL past the store.
    func accesses() throws -> [Ledger.Given: Int] {
        guard let queue else { return [:] }
        return try queue.read { database in
            let rows = try Row.fetchAll(
                database, sql: "SELECT node, instance, class, sum(count) FROM access GROUP BY node, instance, class")
            var sums: [Ledger.Given: Int] = [:]
            for row in rows {
                guard let node = NodeID(bytes: row[0] as Data), let instance = InstanceID(bytes: row[1] as Data) else {
                    continue
                }
                sums[Ledger.Given(node: node, instance: instance, name: row[2])] = row[3]
            }
            return sums
        }
    }

    /// Drops everything that the process had in memory.
    func stop() {
        coordinator = nil
        store = nil
        entries = nil
        queue = nil
    }

    /// Copies the database as it is into a file on another disk, as `backup` does while the program serves, and notes the backup.
    func backUp(to copy: FaultDisk) throws {
        guard let queue, let store else { return }
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "VACUUM INTO ?", arguments: [copy.uri(FaultDisk.coordinatorPath)])
        }
        let made = try Self.open(copy) { store in
            try store.checkIntegrity()
            return try store.read { try $0.head() }
        }
        try store.write { transaction in
            try transaction.recovery.append(
                BackupMark(
                    epoch: made.epoch, position: made.position, made: Stamp(milliseconds: clock.milliseconds).text))
        }
    }

    /// Copies the database as it is into one file on another disk, which nobody is told of.
    func image(on copy: FaultDisk) throws {
        try queue?.writeWithoutTransaction { database in
            try database.execute(sql: "VACUUM INTO ?", arguments: [copy.uri(FaultDisk.coordinatorPath)])
        }
    }

    /// What a restore gave.
    struct Restored {
        var summary: Restoration.Summary
        /// The journal before the new epoch.
        var entries: [StoredEntry]
        var epoch: JournalEpoch
    }

    /// Builds a database from a backup and the mirror on a fresh disk and begins an epoch over it, as `restore` does. `known` is
    /// the latest epoch that the replaced database knows of.
    func restore(
        _ backup: FaultDisk, mirror: (any Mirror)?, known: Int, on fresh: FaultDisk
    ) throws -> Restored {
        fresh.copy(from: backup)
        return try Self.open(fresh) { store in
            try store.checkIntegrity()
            let summary = try Restoration.replay(mirror, into: store)
            let entries = try store.read { try $0.entries(after: 0, limit: 100_000) }
            let epoch = try Restoration.beginEpoch(
                in: store, keys: keys, after: max(summary.latestEpoch, known),
                reducer: plant.reducer(version: reducerVersion), at: moment, log: Self.quiet)
            _ = try JournalVerifier.verify(store, coordinatorKey: keys.signing.publicKey)
            return Restored(summary: summary, entries: entries, epoch: epoch)
        }
    }

    /// Opens a database that nobody serves from, whose every step is durable by itself.
    static func open<Answer>(_ disk: FaultDisk, _ body: (SQLiteStore) throws -> Answer) throws -> Answer {
        let queue = try disk.openCoordinator(.extra)
        defer { try? queue.close() }
        return try body(SQLiteStore(writer: queue))
    }

    private func openStore() throws -> any CoordinatorStore {
        let queue = try disk.openCoordinator(plant.coordinatorDurability)
        let store = try SQLiteStore(writer: queue)
        try Plant.install(plant?.coordinatorTrigger, in: queue)
        self.queue = queue
        self.store = store
        return store
    }
}
