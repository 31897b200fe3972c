import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// The end of a run: faults have stopped, and within a bounded number of rounds everything must have settled.
extension SimulatedRegion {
    /// Syncs of every live node.
    static let settlingRounds = 6

    /// Nodes' clocks stay as wrong as they are: no decision may depend on them.
    func settle() throws {
        for machine in live {
            machine.partitionedUntil = 0
            machine.offUntil = 0
            machine.oldUntil = 0
            machine.disk.unplan()
            machine.disk.setCapacity(nil)
            machine.disk.setLying(false)
            machine.isFull = false
        }
        coordinator.clock.set(.none)
        coordinator.oldUntil = 0
        coordinator.disk.setCapacity(nil)
        note("faults stop")
        pass(73 * VirtualTime.hour)
        try quieten()
        try noteGaps()
        hasSettled = true
        try checkAll()
        if let trial = Trial.draw(seed, for: plant) {
            try undergo(trial)
        } else if seed.isMultiple(of: 4) {
            try runOut()
        }
    }

    /// Lets everybody sync until nothing comes any more, for so many rounds at most; people do what waits for them.
    func quieten() throws {
        for round in 0..<Self.settlingRounds {
            pass(VirtualTime.hour)
            let before = movements
            var isQuiet = true
            for machine in live where round < Self.settlingRounds - 2 {
                try rejoin(machine)
                try review(machine)
            }
            for machine in live {
                let ending = try sync(machine, rounds: 40)
                isQuiet = isQuiet && (ending == .complete || ending == .unable)
            }
            // Those that wait for a person, or are gone, do not report.
            try restoreHalted()
            try endRecovery()
            // Nothing came to anybody, so that a further round would not differ.
            if isQuiet, movements == before { break }
        }
    }

    /// Days come until every deadline of the policy has passed, and nobody says anything.
    private func runOut() throws {
        note("days run out")
        for span in 1...25 {
            try letPass(days: 3, isHeard: span.isMultiple(of: Self.spansHeard))
        }
        // Whoever waits for a seat or a card holds it for its own time when the one before has gone.
        let waiting = ledger.records(.offer).count { $0.json?["hold"] != nil && $0.json?["closed"] == nil }
        for span in 0..<waiting {
            try letPass(days: SimulatedPolicy.longestHoldDays + 1, isHeard: span.isMultiple(of: Self.spansHeard))
        }
        for machine in live {
            try sync(machine, rounds: 40)
        }
        haveDaysRunOut = true
        try checkAll()
    }

    /// While days run out nobody but the desk has anything to say, and the others hear of them in every so manyth span.
    private static let spansHeard = 5

    private func letPass(days: Int, isHeard: Bool) throws {
        pass(days * VirtualTime.day)
        try confirmDay(after: days)
        for machine in live where isHeard {
            try sync(machine, rounds: 4)
        }
    }

    /// The desk lets the day that is so many after the last one come, whatever clocks say.
    private func confirmDay(after days: Int) throws {
        guard let region = try desk.store?.records(linked: .kind(.region)).first else { return }
        let day = try Region(region).day.adding(days: days).iso
        try record([try draft(.dayAdvance, record: region.id, #"{"to":"\#(day)"}"#, at: desk)], at: desk)
        try sync(desk)
    }
}
