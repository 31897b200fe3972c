import Negotiation
import NodeKit

/// Disks that are put back and disks that are copied.
extension SimulatedRegion {
    private static let sparesKept = 3

    func strikeCopies() throws {
        if dice.chance(perMille: rates.nodeRestored + rates.nodeCloned) {
            keepCopy(of: dice.pick(live))
        }
        if dice.chance(perMille: rates.nodeRestored) {
            let machine = dice.pick(live)
            switch dice.below(6) {
            case 0: try restoreAfterLostReply(machine)
            case 1: try restoreWithdrawn(machine)
            case 2, 3, 4: try restoreDeclared(machine)
            default: try restoreNode(machine)
            }
        }
        if dice.chance(perMille: rates.nodeCloned) {
            try cloneBeforeSending(dice.pick(live))
        }
        if dice.chance(perMille: 8) {
            try rebuild(dice.pick(live))
        }
        try strikeCoordinator()
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

    /// A reply is lost, and then the node's disk is put back to before the exchange.
    private func restoreAfterLostReply(_ machine: NodeMachine) throws {
        keepCopy(of: machine)
        guard machine !== desk, let copy = spare.nodes[machine.name]?.last, copy.taken == time.now,
            let sent = try prepare(machine, isForced: false)
        else { return }
        let request = SentRequest(
            machine: machine, body: sent.bytes, signature: sent.signature, origin: .node, request: sent.request)
        _ = try deliver([request])
        counts.fault("node-restored")
        counts.probe(.restoredBeforeLostReply)
        note("node-restored \(machine.name) to before a lost reply")
        try putBack(copy, at: machine)
        try sync(machine)
    }

    /// A draft is withdrawn, and then the node's disk is put back to when it was there.
    private func restoreWithdrawn(_ machine: NodeMachine) throws {
        guard machine !== desk,
            let draft = ((try? machine.store?.pendingEntries()) ?? []).first(where: { $0.state == .draft })
        else { return }
        keepCopy(of: machine)
        guard let copy = spare.nodes[machine.name]?.last, copy.taken == time.now,
            try withdraw(draft.operation, at: machine)
        else { return }
        counts.fault("node-restored")
        counts.probe(.withdrawnDraftBack)
        note("node-restored \(machine.name) to before a withdrawal")
        try putBack(copy, at: machine)
    }

    /// The disk is copied when the next exchange is stored and not yet sent; then both machines send it.
    private func cloneBeforeSending(_ machine: NodeMachine) throws {
        guard machine !== desk, try prepare(machine, isForced: false) != nil, let clone = try cloneNode(machine) else {
            return
        }
        counts.probe(.clonedBetweenNonceAndSending)
        _ = try exchange([machine, clone])
    }

    /// A person lets the whole replica come anew.
    private func rebuild(_ machine: NodeMachine) throws {
        note("rebuild \(machine.name)")
        _ = try atNode(machine) { try $0.rebuildReplica() }
    }
}
