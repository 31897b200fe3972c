import NodeKit

/// Disks that are put back and disks that are copied.
extension SimulatedRegion {
    private static let sparesKept = 3

    func strikeCopies() throws {
        if dice.chance(perMille: rates.nodeRestored + rates.nodeCloned) {
            keepCopy(of: dice.pick(live))
        }
        if dice.chance(perMille: rates.nodeRestored) {
            try restoreNode(dice.pick(live))
        }
        if dice.chance(perMille: rates.nodeCloned) {
            try cloneNode(dice.pick(live))
        }
    }

    /// Somebody images a machine's disk.
    func keepCopy(of machine: NodeMachine) {
        guard machine.isUp, machine !== desk, !machine.isExcused else { return }
        let disk = FaultDisk(seed: dice.next())
        disk.copy(from: machine.disk)
        var copies = spare.nodes[machine.name] ?? []
        copies.append(SpareCopies.Copy(disk: disk, identity: machine.identity, taken: time.now))
        spare.nodes[machine.name] = Array(copies.suffix(Self.sparesKept))
        note("copy of \(machine.name)")
    }

    /// The disk is replaced by an older image of itself, which nobody announces.
    private func restoreNode(_ machine: NodeMachine) throws {
        guard machine !== desk, let copy = (spare.nodes[machine.name] ?? []).last else { return }
        counts.fault("node-restored")
        note("node-restored \(machine.name) to \(copy.taken - VirtualTime.start)")
        try putBack(copy, at: machine)
    }

    func putBack(_ copy: SpareCopies.Copy, at machine: NodeMachine) throws {
        machine.disk.kill()
        machine.stop()
        machine.disk.copy(from: copy.disk)
        machine.identity = copy.identity
        machine.fault = nil
        machine.isSuspect = true
        ledger.excuse(machine.name, since: copy.taken)
        try restart(machine)
    }

    /// A second machine with the same disk; both are used from now on.
    @discardableResult
    func cloneNode(_ machine: NodeMachine) throws -> NodeMachine? {
        guard machine.isUp, machine !== desk, !machine.isExcused, nodes.count < Self.mostMachines else { return nil }
        counts.fault("node-cloned")
        let clone = NodeMachine(
            name: machine.name + "'" + String(nodes.count), identity: machine.identity, seed: dice.next(),
            truth: time.now, plant: plant)
        clone.disk.copy(from: machine.disk)
        clone.isClone = true
        clone.isSuspect = true
        machine.isSuspect = true
        nodes.append(clone)
        note("node-cloned \(clone.name)")
        try restart(clone)
        return clone
    }

    private static let mostMachines = 40
}
