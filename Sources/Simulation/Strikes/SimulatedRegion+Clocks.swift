/// Clocks that are wrong.
extension SimulatedRegion {
    private static let year = 365 * VirtualTime.day

    func strikeClocks() throws {
        if dice.chance(perMille: rates.clockJump) {
            let machine = dice.pick(live)
            machine.clock.set(dice.chance(perMille: 300) ? .none : .offset(milliseconds: offset()))
            counts.fault("clock-jump")
            note("clock-jump \(machine.name)")
        }
        if dice.chance(perMille: rates.clockStuck) {
            let machine = dice.pick(live)
            machine.clock.set(.stuck(at: dice.chance(perMille: 500) ? 0 : time.now))
            counts.fault("clock-stuck")
            note("clock-stuck \(machine.name)")
        }
        if dice.chance(perMille: rates.coordinatorClock) {
            try strikeCoordinatorClock()
        }
    }

    /// Up to ten years to either side, seconds as well as years.
    private func offset() -> Int {
        let size = dice.pick([1000, 60_000, VirtualTime.hour, VirtualTime.day, Self.year, 10 * Self.year])
        return dice.within(-size...size)
    }

    private func strikeCoordinatorClock() throws {
        counts.fault("coordinator-clock")
        guard dice.chance(perMille: 500) else {
            coordinator.clock.set(dice.chance(perMille: 500) ? .none : .offset(milliseconds: offset()))
            note("coordinator-clock moved")
            return
        }
        // Five years ahead for one start: a battery that was changed, then somebody sets the clock.
        note("coordinator-clock five years ahead")
        coordinator.clock.set(.offset(milliseconds: 5 * Self.year))
        coordinator.disk.kill()
        try restartCoordinator()
        try proposeDay()
        coordinator.clock.set(.none)
        counts.probe(.clockFiveYearsAhead)
    }
}
