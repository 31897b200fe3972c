import CoordinatorKit
import GRDB
import Logging
import Negotiation
import SyncProtocol

/// The BKD's machine: a disk, a clock, the keys beside the database, and the coordinator while it runs.
final class CoordinatorMachine {
    static let quiet = Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() }

    let disk: FaultDisk
    let clock: MachineClock
    let keys: CoordinatorKeys
    let plant: Plant?
    private(set) var coordinator: Coordinator?
    private(set) var store: (any CoordinatorStore)?
    private var queue: DatabaseQueue?

    init(seed: UInt64, truth: Int, plant: Plant?) {
        disk = FaultDisk(seed: seed)
        clock = MachineClock(truth: truth)
        keys = CoordinatorKeys.generate()
        self.plant = plant
    }

    /// Founds the region; gives the desk's node what a join would give it.
    func found(_ founding: RegionFounding, desk: NodeKeys) throws -> JoinReply {
        let store = try openStore()
        return try Coordinator.found(
            founding, desk: desk, store: store, keys: keys,
            at: Moment(secondsSince1970: Double(clock.milliseconds) / 1000), log: Self.quiet)
    }

    /// Opens the database and serves. Throws what a program would end with.
    func start() throws {
        if store == nil {
            _ = try openStore()
        }
        guard let store else { return }
        coordinator = try Coordinator(
            store: store, keys: keys, settings: Self.settings, reducer: plant.reducer(version: reducerVersion),
            clock: { [clock] in
                Moment(secondsSince1970: Double(clock.milliseconds) / 1000)
            }, log: Self.quiet)
    }

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

    /// Drops everything that the process had in memory.
    func stop() {
        coordinator = nil
        store = nil
        entries = nil
        queue = nil
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
