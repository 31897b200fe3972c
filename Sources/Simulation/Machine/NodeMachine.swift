import GRDB
import Negotiation
import NodeKit
import SyncProtocol

/// A computer of an agency: a disk, a clock, the keys beside the database, and the node's program while it runs.
final class NodeMachine {
    /// `dukcapil/1`: the agency and its machine, for traces. A clone has a mark behind it.
    let name: String
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

    func start() throws {
        store = try NodeStore(writer: disk.openNode(plant.nodeDurability), identity: identity)
        fault = nil
    }

    /// Drops everything that the process had in memory.
    func stop() {
        store = nil
    }

    var effects: RegistryEffects? {
        store.flatMap {
            RegistryTransfers.effects(of: $0, clock: { [clock] in Stamp(milliseconds: clock.milliseconds) })
        }
    }
}
