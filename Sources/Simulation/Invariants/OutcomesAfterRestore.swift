import CoordinatorKit
import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol

/// S1, S2 and S10 over a restore of the coordinator: nothing that was answered from a whole mirror is lost; what was lost is
/// decided again once its sender lives and has come, or is told as lost by its position.
struct OutcomesAfterRestore: Invariant {
    let name = InvariantName.ackedIsForever

    func check(_ event: Event, in region: SimulatedRegion) throws {
        switch event {
        case .coordinatorRestored(let life, true):
            let told = region.ledger.formerOrder.compactMap { region.ledger.formerlyTold[$0] }
            let lost = told.first { $0.told.position > life.cut && $0.epoch == life.lost.last?.epoch }
            try hold(
                lost == nil,
                "position \(lost?.told.position ?? 0) was answered and is not in the mirror, which is whole")
        default: break
        }
    }

    func checkAll(in region: SimulatedRegion) throws {
        guard region.hasSettled else { return }
        try checkGaps(in: region)
        for said in region.ledger.formerOrder {
            guard let former = region.ledger.formerlyTold[said], !region.ledger.isDecided(said) else { continue }
            let sender = region.live.first { $0.name == former.machine }
            // What a node has of an earlier life of its own is not handed in.
            let mustHandIn =
                sender.map { sender in
                    !sender.isSuspect && !sender.isExcused && sender.fault == nil
                        && (sender.opened ?? sender.identity.instance) == former.instance
                } ?? false
            try hold(
                !mustHandIn,
                "\(former.machine) was told of position \(former.told.position), which a restore lost, and it was not decided again"
            )
            try hold(
                isReported(said, former, in: region) || sender?.isExcused == true,
                "position \(former.epoch)/\(former.told.position) was told to \(former.machine) and is lost without a word"
            )
        }
    }

    /// What was handed in is not told as lost. Over several restores the same position is several things.
    private func checkGaps(in region: SimulatedRegion) throws {
        guard region.ledger.lives.count == 1, let gaps = region.ledger.reportedGaps.values.first else { return }
        for said in region.ledger.formerOrder where region.ledger.isDecided(said) {
            // What an instance handed in that had ended before the recovery did is told as lost, and may be sent again.
            guard let (position, instance) = region.ledger.handedReceipts[said.operation],
                region.ledger.lines.contains(where: { $0.id == said.operation && $0.instance == instance.text })
            else { continue }
            try hold(
                !gaps.contains { $0.positions.contains(position) },
                "position \(position) was handed in and is told as one that nobody has")
        }
    }

    /// Told as a gap of that life, or nobody who came has seen so much of it.
    private func isReported(_ said: Ledger.Said, _ former: FormerlyTold, in region: SimulatedRegion) -> Bool {
        // It may have been decided again, and lost again with that life.
        let lost = region.ledger.lives.reversed().lazy.compactMap { life in
            life.lost.last { $0.id == said.operation && Ledger.Said($0.id, $0.operation) == said }
                .map { (life: life, epoch: $0.epoch, position: $0.position) }
        }.first
        guard let lost else { return true }
        // A life may have begun from a backup of a former one: then the entry is of that one's epoch, and is told so.
        let isTold = region.ledger.reportedGaps.values.joined().contains {
            [lost.life.epoch, lost.epoch].contains($0.epoch) && $0.positions.contains(lost.position)
        }
        if isTold { return true }
        return lost.position > region.ledger.claimedHeads[lost.life.epoch] ?? 0
    }
}
