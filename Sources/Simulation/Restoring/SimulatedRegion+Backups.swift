import CoordinatorKit

/// Backups of the coordinator, and what befalls its mirror.
extension SimulatedRegion {
    private static let backupsKept = 3

    func strikeBackups() throws {
        guard rates.coordinatorRestored > 0, coordinator.coordinator != nil else { return }
        if dice.chance(perMille: 60) { try backUp() }
        // An image needs a death to be in the middle of something.
        if rates.coordinatorKill > 0, dice.chance(perMille: 30) { imagesNextDeath = true }
        if let mirror = coordinator.mirror, dice.chance(perMille: 30) {
            mirror.refuse(dice.within(1...3))
            note("mirror refuses")
        }
    }

    /// The operator's timer runs `backup` beside the serving program; one that fails leaves nothing.
    func backUp() throws {
        let disk = FaultDisk(seed: dice.next())
        if dice.chance(perMille: rates.ioError + rates.diskFull) {
            disk.plan(dice.chance(perMille: 500) ? .full : .ioError, at: dice.within(1...40))
        }
        do {
            try coordinator.backUp(to: disk)
        } catch {
            counts.fault("backup-failed")
            note("backup failed: \(type(of: error))")
            return
        }
        disk.unplan()
        counts.fault("backup")
        keep(KeptBackup(disk: disk, taken: time.now, lines: ledger.head, origin: .served))
    }

    /// An image of the dead coordinator's disk, before it starts again.
    func keepImage() {
        imagesNextDeath = false
        coordinator.stop()
        coordinator.disk.restart()
        let disk = FaultDisk(seed: dice.next())
        disk.copy(from: coordinator.disk)
        counts.probe(.backupDuringWrite)
        keep(KeptBackup(disk: disk, taken: time.now, lines: ledger.head, origin: .image))
    }

    private func keep(_ backup: KeptBackup) {
        note("backup \(backup.origin.rawValue) of \(backup.lines)")
        backups = Array((backups + [backup]).suffix(Self.backupsKept))
    }
}
