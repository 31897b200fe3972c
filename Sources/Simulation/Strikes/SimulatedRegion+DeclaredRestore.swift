import CoordinatorKit
import Foundation
import GRDB
import Negotiation
import NodeKit
import SyncProtocol

/// A node's disk is replaced by a backup, and that is declared: the node opens a new instance, and no draft that came back goes
/// out before a person has looked at it.
extension SimulatedRegion {
    func restoreDeclared(_ machine: NodeMachine) throws {
        if spare.nodes[machine.name] == nil { keepCopy(of: machine) }
        guard machine !== desk, let backup = spare.nodes[machine.name]?.first else { return }
        if dice.chance(perMille: 400) {
            // The old computer was not broken after all, and somebody goes on with it.
            try cloneNode(machine)
        }
        let wasSuspect = machine.isSuspect
        counts.fault("node-restore-declared")
        note("declared restore of \(machine.name) to \(backup.taken - VirtualTime.start)")
        let instance = InstanceID(machine.stamp.newOperationID().uuid)
        let fresh = FaultDisk(seed: dice.next())
        fresh.copy(from: backup.disk)
        let held = try begin(instance, on: fresh)
        machine.opened = nil
        try putBack(SpareCopies.Copy(disk: fresh, identity: backup.identity, taken: backup.taken), at: machine)
        machine.opened = instance
        machine.awaitsReview = true
        // One that nobody copied, and whose backup is of the life that it led, is never told to stop.
        let known = try coordinator.store?.read { try $0.node(machine.identity.node)?.exchange.instance }
        let isAlone = !nodes.contains { $0 !== machine && $0.identity.node == machine.identity.node }
        machine.isSuspect = wasSuspect || !isAlone || known != held
        if dice.chance(perMille: 500) { try sync(machine) }
    }

    /// What the command does with the backup's database before it is put in place; gives the instance that it belongs to.
    private func begin(_ instance: InstanceID, on disk: FaultDisk) throws -> InstanceID? {
        let queue = try disk.openNode()
        defer { try? queue.close() }
        return try queue.write { database in
            let held = try Data.fetchOne(database, sql: "SELECT instance FROM state WHERE id = 1")
            try NodeLife.restore(database, opening: instance)
            return held.flatMap { InstanceID(bytes: $0) }
        }
    }
}
