/// What befalls the region in a step, apart from what an action itself meets.
extension SimulatedRegion {
    func strike() throws {
        try strikeClocks()
        try strikeDisks()
        try strikeCopies()
        strikeVersions()
        try strikeBackups()
        try strikeRestoration()
        try tendRecovery()
        guard !live.isEmpty else { return }
        try strikeWithMalice()
        guard !live.isEmpty else { return }
        if dice.chance(perMille: rates.partition) { cutOff() }
    }

    private func cutOff() {
        let machine = dice.pick(live)
        machine.partitionedUntil = time.now + dice.within(1...72 * VirtualTime.hour)
        note("partition \(machine.name)")
    }
}
