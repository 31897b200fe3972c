import Negotiation
import NodeKit

/// The end of a run: faults have stopped, and within a bounded number of rounds everything must have settled.
extension SimulatedRegion {
    /// Syncs of every live node.
    static let settlingRounds = 6

    func settle() throws {
        for machine in live {
            machine.partitionedUntil = 0
            machine.clock.set(.none)
            machine.disk.unplan()
            machine.disk.setCapacity(nil)
            machine.disk.setLying(false)
        }
        coordinator.clock.set(.none)
        coordinator.disk.setCapacity(nil)
        note("faults stop")
        pass(73 * VirtualTime.hour)
        for _ in 0..<Self.settlingRounds {
            pass(VirtualTime.hour)
            for machine in live {
                try sync(machine, rounds: 40)
            }
        }
        hasSettled = true
        try checkAll()
    }
}
