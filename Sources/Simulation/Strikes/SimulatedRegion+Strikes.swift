/// What befalls the region in a step, apart from what an action itself meets.
extension SimulatedRegion {
    func strike() throws {
        if dice.chance(perMille: rates.partition) { cutOff() }
        try strikeClocks()
        try strikeDisks()
        try strikeCopies()
        try strikeWithMalice()
    }

    private func cutOff() {
        let machine = dice.pick(live)
        machine.partitionedUntil = time.now + dice.within(1...72 * VirtualTime.hour)
        note("partition \(machine.name)")
    }
}
