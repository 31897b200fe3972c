import Negotiation
import NodeKit
import Personnel

/// The end of a run: faults have stopped, and within a bounded number of rounds everything must have settled.
extension SimulatedRegion {
    /// Syncs of every live node.
    static let settlingRounds = 6

    /// Nodes' clocks stay as wrong as they are: no decision may depend on them.
    func settle() throws {
        for machine in live {
            machine.partitionedUntil = 0
            machine.disk.unplan()
            machine.disk.setCapacity(nil)
            machine.disk.setLying(false)
            machine.isFull = false
        }
        coordinator.clock.set(.none)
        coordinator.disk.setCapacity(nil)
        note("faults stop")
        pass(73 * VirtualTime.hour)
        for round in 0..<Self.settlingRounds {
            pass(VirtualTime.hour)
            for machine in live where round < Self.settlingRounds - 2 {
                try rejoin(machine)
                try review(machine)
            }
            for machine in live {
                try sync(machine, rounds: 40)
            }
        }
        hasSettled = true
        try checkAll()
        if seed.isMultiple(of: 4) {
            try runOut()
        }
    }

    /// Days come until every deadline of the policy has passed, and nobody says anything.
    private func runOut() throws {
        note("days run out")
        for _ in 0..<25 {
            pass(3 * VirtualTime.day)
            try confirmDay()
            for machine in live {
                try sync(machine, rounds: 4)
            }
        }
        haveDaysRunOut = true
        try checkAll()
    }

    /// The desk lets the third day from the last one come, whatever clocks say.
    private func confirmDay() throws {
        guard let region = try desk.store?.records(linked: .kind(.region)).first else { return }
        let day = try Region(region).day.adding(days: 3).iso
        try record([try draft(.dayAdvance, record: region.id, #"{"to":"\#(day)"}"#, at: desk)], at: desk)
        try sync(desk)
    }
}
