/// Disks that lie, rot, and fill up for a while.
extension SimulatedRegion {
    func strikeDisks() throws {
        if dice.chance(perMille: rates.lyingSync) {
            // What it acknowledges from now on may be gone at the next power cut, and nobody is to blame.
            let machine = dice.pick(live)
            // Without its desk nobody is invited again, so what others may expect could not be told.
            if machine !== desk {
                machine.disk.setLying(true)
                machine.isExcused = true
                ledger.excuse(machine.name)
                counts.fault("lying-sync")
                note("lying-sync \(machine.name)")
            }
        }
        if dice.chance(perMille: rates.bitRot) {
            let machine = dice.pick(live)
            if machine !== desk, machine.disk.rot(FaultDisk.nodePath) {
                machine.isExcused = true
                ledger.excuse(machine.name)
                counts.fault("bit-rot")
                note("bit-rot \(machine.name)")
            }
        }
        if dice.chance(perMille: rates.diskFull) {
            let machine = dice.pick(live)
            let isFull = machine.isFull
            machine.disk.setCapacity(isFull ? nil : machine.disk.size(of: FaultDisk.nodePath))
            machine.isFull.toggle()
            note("disk of \(machine.name) \(isFull ? "has room again" : "is full")")
        }
    }
}
