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
        // The replaced disk may still say which life the node led since the backup.
        let isReadable =
            machine.isUp && dice.chance(perMille: 600)
            && machine.identity.signing.publicKey == backup.identity.signing.publicKey
        let last = isReadable ? (try? machine.store?.read(Self.instance)).flatMap { $0 } : nil
        let held = try begin(instance, after: last, on: fresh)
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

    /// What the command does with the backup's database before it is put in place; gives the life in whose name it is declared.
    private func begin(_ instance: InstanceID, after last: InstanceID?, on disk: FaultDisk) throws -> InstanceID? {
        let queue = try disk.openNode()
        defer { try? queue.close() }
        return try queue.write { database in
            let held = try Self.instance(database)
            try NodeLife.restore(database, opening: instance, after: last)
            return last ?? held
        }
    }

    private static func instance(_ database: Database) throws -> InstanceID? {
        try Data.fetchOne(database, sql: "SELECT instance FROM state WHERE id = 1").flatMap { InstanceID(bytes: $0) }
    }
}
