import Negotiation
import NodeKit

/// A node's side of a run: actions over its store, and what its disk and its process do to them.
extension SimulatedRegion {
    /// Runs one action of the node's program. Nil when the machine is not up, or when disk or process failed in it; then
    /// nothing was acknowledged.
    func atNode<Answer>(_ machine: NodeMachine, _ action: (NodeStore) throws -> Answer) throws -> Answer? {
        if !machine.isUp {
            try restart(machine)
        }
        guard let store = machine.store else { return nil }
        planFault(at: machine)
        var answer: Answer?
        do {
            answer = try action(store)
        } catch let failure as NodeFailure {
            note("\(machine.name) fails: \(failure.code.rawValue): \(failure.message)")
            counts.fault("node-\(failure.code.rawValue)")
            if failure.code == .damaged || failure.code == .mixed {
                machine.fault = failure.code.rawValue
            } else if !machine.disk.isDead {
                try emit(.diskRefused(machine.name))
            }
        }
        machine.disk.unplan()
        if machine.disk.isDead {
            note("\(machine.name) died")
            counts.fault("node-death")
            try restart(machine)
            return nil
        }
        return answer
    }

    /// Starts the node's program until it runs.
    func restart(_ machine: NodeMachine) throws {
        guard machine.fault == nil else { return }
        for attempt in 0..<6 {
            machine.stop()
            machine.disk.restart()
            if attempt < 5, dice.chance(perMille: rates.restartLoop) {
                machine.disk.plan(.kill, at: dice.within(1...4))
            }
            do {
                try machine.start()
            } catch {
                note("\(machine.name) does not start: \(type(of: error))")
            }
            if !machine.disk.isDead, machine.isUp { break }
            counts.fault("restart-loop")
        }
        machine.disk.unplan()
        guard machine.isUp else {
            if machine.isExcused {
                machine.fault = "does-not-start"
                return
            }
            throw Violation(.atomicity, "\(machine.name) does not start again after a crash")
        }
        note("\(machine.name) restarted")
        try emit(.nodeRestarted(machine))
    }

    /// Records drafts as a command does; the operator is told so only when it is durable.
    @discardableResult
    func record(_ drafts: [Draft], at machine: NodeMachine) throws -> Bool {
        let operations = drafts.map(\.operation)
        ledger.attempt(operations, by: machine, at: time.now)
        let isKept = try atNode(machine, { try $0.record(drafts) }) != nil
        guard isKept || plant == .fullDiskSwallowed else { return false }
        ledger.acknowledge(operations)
        counts.operations += operations.count
        for operation in operations {
            note("record \(machine.name) \(operation.kind)")
        }
        try emit(.recorded(machine, operations))
        return true
    }

    private func planFault(at machine: NodeMachine) {
        planFault(
            of: machine.disk, kill: rates.nodeKill, powerCut: rates.nodePowerCut, deaths: 1...24, errors: 1...16)
    }

    /// At most one fault of a disk: at which write or sync, out of these, its machine dies or is refused.
    func planFault(
        of disk: FaultDisk, kill: Int, powerCut: Int, deaths: ClosedRange<Int>, errors: ClosedRange<Int>
    ) {
        if dice.chance(perMille: kill) {
            disk.plan(.kill, at: dice.within(deaths))
        } else if dice.chance(perMille: powerCut) {
            disk.plan(.powerCut, at: dice.within(deaths))
        } else if dice.chance(perMille: rates.ioError) {
            disk.plan(.ioError, at: dice.within(errors), times: dice.within(1...3))
        } else if dice.chance(perMille: rates.diskFull) {
            disk.plan(.full, at: dice.within(errors), times: dice.within(1...6))
        } else if dice.chance(perMille: rates.readError) {
            disk.planRead(at: dice.within(errors))
        }
    }
}
