import CoordinatorKit
import Negotiation
import NodeKit
import SyncProtocol

/// The coordinator's disk is lost, and its operator restores: a backup, the mirror as far as there is one, a new epoch.
extension SimulatedRegion {
    /// What is left of the mirror when it is needed.
    enum MirrorLeft: String {
        case whole
        /// Its last batches are gone.
        case cut
        case none
    }

    func strikeRestoration() throws {
        guard !backups.isEmpty, dice.chance(perMille: rates.coordinatorRestored) else { return }
        try restoreCoordinator(from: dice.pick(backups))
    }

    /// `known` is the latest epoch that the replaced database knows of; nil when its disk may have burnt.
    func restoreCoordinator(from backup: KeptBackup, known latest: Int? = nil) throws {
        try readJournal()
        let left = loseMirror()
        let known = latest ?? (dice.chance(perMille: 700) ? ledger.epoch : 1)
        counts.fault("coordinator-restored")
        note(
            "coordinator-restored from \(backup.origin.rawValue) of \(backup.lines) of \(ledger.head), mirror \(left.rawValue)"
        )
        // An old program has no restore.
        coordinator.oldUntil = 0
        coordinator.disk.kill()
        coordinator.stop()
        var (mirror, isWhole) = (left == .none ? nil : coordinator.mirror, left == .whole)
        var built = try build(from: backup, mirror, known: known)
        // A backup of a life that the mirror has left: another one, and without the mirror when none fits.
        for other in backups.reversed() where built == nil {
            built = try build(from: other, mirror, known: known)
        }
        if built == nil {
            (mirror, isWhole) = (nil, false)
            built = try build(from: backup, nil, known: known)
        }
        guard let (fresh, restored) = built else { throw Violation(.restored, "no backup can be restored") }
        coordinator.disk.restart()
        coordinator.disk.copy(from: fresh)
        coordinator.disk.setCapacity(nil)
        if mirror == nil { coordinator.mirror?.loseAll() }
        note("epoch \(restored.epoch.epoch) cut \(restored.epoch.cut) backup \(restored.summary.backup.position)")
        // Images of the replaced database are of another journal.
        spare.coordinator = []
        try begin(restored, isMirrored: isWhole && mirror != nil)
        try restartCoordinator()
        silenceSome()
    }

    private func loseMirror() -> MirrorLeft {
        guard let mirror = coordinator.mirror else { return .none }
        mirror.refuse(0)
        switch dice.below(4) {
        case 0: return .none
        case 1:
            mirror.loseTail(dice.within(1...6))
            counts.probe(.mirrorLackedItsTail)
            return .cut
        default: return .whole
        }
    }

    /// A restore that dies is run again over the same backup. Nil when backup and mirror are of different journals.
    private func build(
        from backup: KeptBackup, _ mirror: MirrorStandIn?, known: Int
    ) throws -> (FaultDisk, CoordinatorMachine.Restored)? {
        for attempt in 0..<4 {
            let fresh = FaultDisk(seed: dice.next())
            if attempt < 3, dice.chance(perMille: rates.coordinatorKill + rates.coordinatorPowerCut) {
                fresh.plan(.kill, at: dice.within(1...60))
            }
            do {
                let restored = try coordinator.restore(backup.disk, mirror: mirror, known: known, on: fresh)
                fresh.unplan()
                guard !fresh.isDead else { continue }
                return (fresh, restored)
            } catch let failure as StoreFailure where failure.code == .mirror && mirror != nil && !fresh.isDead {
                counts.fault("backup-of-another-life")
                note("backup of \(backup.lines) does not go with the mirror")
                return nil
            } catch {
                guard fresh.isDead else {
                    throw Violation(.restored, "a backup of \(backup.lines) cannot be restored: \(error)")
                }
                counts.fault("restore-died")
                note("restore died")
            }
        }
        throw Violation(.restored, "a restore that died cannot be run again")
    }

    /// The ledger learns that what comes after the cut is lost unless it is decided again.
    private func begin(_ restored: CoordinatorMachine.Restored, isMirrored: Bool) throws {
        let lines = try restored.entries.map { try JournalLine(parsing: $0.bytes) }
        if let strange = lines.first(where: { !ledger.hasSeen($0) }), !without.contains(.appendOnly) {
            throw Violation(.appendOnly, "position \(strange.position) of a restored journal was never written")
        }
        ledger.given = nil
        let life = ledger.restore(lines, successor: restored.epoch.epoch)
        try emit(.coordinatorRestored(life, isMirrored: isMirrored))
    }

    /// Nodes whose join or rejoin is lost with the rest are strangers to the restored coordinator, and some are switched off.
    private static let burnt = 100

    private func silenceSome() {
        for machine in live {
            let known = try? coordinator.store?.read { try $0.node(machine.identity.node) }
            if known?.key != machine.identity.signing.publicKey {
                machine.isSuspect = true
                note("\(machine.name) is not known any more")
            }
            machine.headSeen = 0
            if machine !== desk, !machine.isRetired, live.count > 3, dice.chance(perMille: Self.burnt) {
                // It burnt with the coordinator's disk.
                machine.isRetired = true
                note("\(machine.name) is gone for good")
            } else if machine !== desk, dice.chance(perMille: 150) {
                machine.offUntil = time.now + dice.within(1...20) * VirtualTime.day
                note("\(machine.name) is switched off")
            }
        }
    }
}
