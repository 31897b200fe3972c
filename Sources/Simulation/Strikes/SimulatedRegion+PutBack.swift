import CoordinatorKit
import NodeKit
import SyncProtocol

/// The coordinator's database is put back by mere file copy: the first node that has seen a later head finds out, and nothing
/// is decided over the old file. Then the right file comes back.
extension SimulatedRegion {
    func strikeCoordinator() throws {
        guard rates.coordinatorPutBack > 0 else { return }
        if dice.chance(perMille: 60), coordinator.coordinator != nil {
            let disk = FaultDisk(seed: dice.next())
            disk.copy(from: coordinator.disk)
            spare.coordinator.append((disk, time.now, ledger.head))
            spare.coordinator = Array(spare.coordinator.suffix(2))
        }
        if dice.chance(perMille: rates.coordinatorPutBack) {
            try putCoordinatorBack()
        }
    }

    private func putCoordinatorBack() throws {
        guard let copy = spare.coordinator.first, copy.lines + 2 < ledger.head,
            let witness = live.first(where: { $0.headSeen > copy.lines + 2 && $0.isUp && !$0.isSuspect }),
            let sent = try prepare(witness, isForced: false), (sent.request.head?.position ?? 0) > copy.lines + 2,
            sent.request.head?.epoch == ledger.epoch
        else { return }
        counts.fault("coordinator-put-back")
        counts.probe(.coordinatorPutBack)
        note("coordinator-put-back to \(copy.lines) of \(ledger.head), seen by \(witness.name)")
        coordinator.disk.kill()
        coordinator.stop()
        let right = FaultDisk(seed: dice.next())
        coordinator.disk.restart()
        right.copy(from: coordinator.disk)
        coordinator.disk.copy(from: copy.disk)
        let isServed = try isServed(sent)
        coordinator.disk.kill()
        coordinator.stop()
        coordinator.disk.copy(from: right)
        try restartCoordinator()
        if isServed, !without.contains(.forkEvidence) {
            throw Violation(
                .forkEvidence,
                "\(witness.name) has seen \(sent.request.head?.position ?? 0) and was served from \(copy.lines)")
        }
    }

    /// Whether the coordinator over the old file answers; with a mirror it does not even start.
    private func isServed(_ sent: PreparedSync) throws -> Bool {
        do {
            try coordinator.boot()
        } catch let failure as StoreFailure where failure.code == .mirror {
            counts.probe(.putBackSeenByMirror)
            return false
        }
        let answer = coordinator.coordinator?.answer([.sync(body: sent.bytes, signature: sent.signature)]).first
        return answer?.status == 200
    }
}
