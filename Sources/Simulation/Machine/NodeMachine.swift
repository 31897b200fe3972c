import GRDB
import Negotiation
import NodeKit
import SyncProtocol

/// A computer of an agency: a disk, a clock, the keys beside the database, and the node's program while it runs.
final class NodeMachine {
    /// `dukcapil/1`: the agency and its machine, for traces. A clone has a mark behind it.
    let name: String
    /// The name of the machine whose disk this one's began as.
    var firstName: String { String(name.prefix { $0 != "'" }) }
    let disk: FaultDisk
    let clock: MachineClock
    let plant: Plant?
    /// What `keys.json` holds.
    var identity: NodeIdentity
    private(set) var store: NodeStore?
    /// Cut off from the coordinator until this moment of true time.
    var partitionedUntil = 0
    /// What kept the last start from succeeding; a machine with one waits for a person.
    var fault: String?
    /// Switched off for good: a copy that was found out, or a machine that was replaced.
    var isRetired = false
    /// Whether what this machine acknowledged may be gone without anybody being to blame: its disk lied, rotted or was put
    /// back.
    var isExcused = false
    /// It was put back, or copied: it may be told that it is not the one.
    var isSuspect = false
    /// Made by copying another machine's disk.
    var isClone = false
    /// The instance that it opened when somebody restored it; nil when it lives as the one of its join.
    var opened: InstanceID?
    /// Drafts that came back from a backup wait for a person.
    var awaitsReview = false
    /// It was told to stop and waits for a rejoin.
    var isStopped = false
    /// It had a bundle decided.
    var hasPushed = false
    /// The last page left something to come.
    var isMidView = false
    /// The journal head of the last page.
    var headSeen = 0
    /// Its disk has no room.
    var isFull = false
    /// Switched off until this moment of true time.
    var offUntil = 0
    /// Until this moment of true time its program is an old one, which speaks the first version of the wire only.
    var oldUntil = 0
    /// It fell back to an older version of the wire because its coordinator did not know the preferred one.
    var hasFallenBack = false
    /// What it was told to delete since its view was last complete and its file clean.
    var toErase: Set<RecordID> = []
    /// What the production session would have reported of the exchanges since an agent last began.
    var report = SyncReport(ending: .roundLimit)

    init(name: String, identity: NodeIdentity, seed: UInt64, truth: Int, plant: Plant?) {
        self.name = name
        self.identity = identity
        self.plant = plant
        disk = FaultDisk(seed: seed)
        clock = MachineClock(truth: truth)
    }

    var agency: AgencyCode { identity.agency }
    var stamp: Stamp { Stamp(milliseconds: clock.milliseconds) }
    var isUp: Bool { store != nil }
    /// It runs, and nobody has told it to stop.
    var isInOrder: Bool { isUp && fault == nil && !isStopped && !isRetired }

    func start() throws {
        let queue = try disk.openNode(plant.nodeDurability)
        let opened = try NodeStore(writer: queue, identity: identity)
        try Plant.install(plant?.nodeTrigger, in: queue)
        store = opened
        fault = nil
        // A copied or restored disk may hold the word that stopped the node it came from.
        isStopped = try opened.syncStop() != nil
    }

    /// Copies the database as it is into one file on another disk.
    func image(on copy: FaultDisk) throws {
        try store?.writer.writeWithoutTransaction { database in
            try database.execute(sql: "VACUUM INTO ?", arguments: [copy.uri(FaultDisk.nodePath)])
        }
    }

    /// Drops everything that the process had in memory.
    func stop() {
        store = nil
        image = nil
    }

    private var image: (changes: UInt64, image: ReplicaImage)?

    /// The live replica as its tables say; nil when the machine is off or the database cannot be read. Read again only after
    /// the disk has changed.
    var replica: ReplicaImage? {
        let changes = disk.changes
        if let image, image.changes == changes { return image.image }
        guard let read = try? store?.read({ try ReplicaImage($0) }) else { return nil }
        image = (changes, read)
        return read
    }

    /// The same with no records but these.
    func replica(of ids: [RecordID]) -> ReplicaImage? {
        if let image, image.changes == disk.changes { return image.image }
        return try? store?.read { try ReplicaImage($0, of: ids) }
    }

    var effects: RegistryEffects? {
        store.flatMap {
            RegistryTransfers.effects(of: $0, clock: { [clock] in Stamp(milliseconds: clock.milliseconds) })
        }
    }
}
