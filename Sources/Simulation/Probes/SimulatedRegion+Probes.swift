import CFaultDisk
import CoordinatorKit
import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol

/// Watches for the rare situations; changes nothing.
extension SimulatedRegion {
    func watch(_ event: Event) {
        switch event {
        case .answered(let sent, _, let reply?): watchReply(reply, to: sent)
        case .committed(let lines):
            for line in lines {
                watchLine(line)
            }
        case .absorbed(let machine, let reply, _): watchPage(reply, at: machine)
        default: break
        }
    }

    /// What the disks went through, at the end of a run.
    func countDisks() {
        for disk in nodes.map(\.disk) + [coordinator.disk] {
            let counters = disk.counters
            counts.fault("disk-io-errors", Int(counters.io_errors))
            counts.fault("disk-full-errors", Int(counters.full_errors))
            counts.fault("disk-lied-syncs", Int(counters.lied_syncs))
            counts.fault("disk-lost-sectors", Int(counters.lost_sectors))
            counts.fault("process-kills", Int(counters.kills))
            counts.fault("power-cuts", Int(counters.power_cuts))
            if counters.torn_pages > 0 { counts.probe(.tornPage) }
        }
    }

    private func watchReply(_ reply: SyncReply, to sent: SentRequest) {
        guard let machine = sent.machine, let request = sent.request else { return }
        if sent.origin == .node, ledger.wasAnswered(request) {
            counts.probe(.lostReplyThenDeduplicated)
            if machine.clock.fault != .none { counts.probe(.clockSkewRetry) }
        }
        let kinds = reply.outcomes.map(\.outcome.kind)
        if kinds.contains(.rejected), kinds.contains(.accepted) { counts.probe(.poisonOperation) }
        if request.bundle == nil {
            if machine.isClone { counts.probe(.cloneOnlyPulled) }
        } else {
            machine.hasPushed = true
            let copies = nodes.filter { $0.identity.node == machine.identity.node && $0.hasPushed }
            if copies.count > 1 { counts.probe(.bothClonesPushed) }
        }
    }

    private func watchLine(_ line: JournalLine) {
        if line.reducer < coordinator.reducerVersion, ledger.lines.last.map({ $0.reducer > line.reducer }) == true {
            counts.probe(.oldReducer)
        }
        if line.reducer > Reducer.version { counts.probe(.oldReducer) }
        if line.kind == OperationKind.nodeRestore.rawValue, line.outcome == "accepted" {
            counts.probe(.declaredRestore)
        }
        if line.kind == OperationKind.nodeAlarm.rawValue, line.outcome == "accepted" { counts.probe(.supersededSeen) }
        if line.outcome == "conflict" {
            if !ledger.lives.isEmpty { counts.probe(.conflictAfterCoordinatorRestore) }
            if let earlier = ledger.lines.last(where: { $0.record == line.record && $0.position < line.position }),
                earlier.node != line.node
            {
                counts.probe(.conflictBetweenDesks)
            }
            if nodes.contains(where: { $0.identity.node.text == line.node && $0.isSuspect }) {
                counts.probe(.conflictAfterRestore)
            }
        }
        for put in line.puts where put.kind == "offer" && breaksRing(put, at: line.position) {
            counts.probe(.ringBroken)
        }
        for put in line.puts where put.kind == "offer" && hasReleasedHold(put, at: line.position) {
            let waiting = ledger.records(.offer).filter { other in
                other.json?["hold"]?["state"]?.string != nil && other.json?["closed"] == nil && other.id != put.id
                    && (other.json?["vacancy"]?.string == put.json?["vacancy"]?.string
                        || other.json?["card"]?.string == put.json?["card"]?.string)
            }
            if waiting.count > 1 { counts.probe(.holdReleasedForTwo) }
        }
    }

    /// After a recovery, or later: what it tells as lost held the last seat of a vacancy.
    func watchGaps(of epoch: Int) {
        guard let life = ledger.lives.last(where: { $0.successor == epoch }) else { return }
        let gaps = ledger.reportedGaps[epoch] ?? []
        for line in life.lost where gaps.contains(where: { $0.positions.contains(line.position) }) {
            let holds = line.puts.contains { $0.kind == "offer" && $0.json?["hold"]?["state"]?.string == "held" }
            let isLast = line.puts.contains { put in
                put.kind == "vacancy" && put.json?["taken"]?.integer == put.json?["seats"]?["count"]?.integer
            }
            if holds, isLast { counts.probe(.gapOnLastSeat) }
        }
    }

    private func hasReleasedHold(_ put: JournalLine.Put, at position: Int) -> Bool {
        let before = ledger.versions[put.id]?.last { $0.position < position }?.put.json
        let wasHolding = before?["hold"]?["state"]?.string == "held" && before?["closed"] == nil
        let isHolding = put.json?["hold"]?["state"]?.string == "held" && put.json?["closed"] == nil
        return wasHolding && !isHolding
    }

    /// An offer was closed beside two open ones that lead from its receiver over a third agency back to its home.
    private func breaksRing(_ put: JournalLine.Put, at position: Int) -> Bool {
        let before = ledger.versions[put.id]?.last { $0.position < position }?.put.json
        guard let home = put.json?["home"]?.string, let receiving = put.json?["receiving"]?.string, home != receiving,
            put.json?["closed"] != nil, let before, before["closed"] == nil
        else { return false }
        let open = ledger.records(.offer).filter { $0.json?["closed"] == nil }.map { offer in
            (home: offer.json?["home"]?.string ?? "", receiving: offer.json?["receiving"]?.string ?? "")
        }
        return open.contains { first in
            first.home == receiving && first.receiving != home && first.receiving != receiving
                && open.contains { $0.home == first.receiving && $0.receiving == home }
        }
    }

    private func watchPage(_ reply: SyncReply, at machine: NodeMachine) {
        // It may have died after it kept the fall back and before anybody saw that.
        if reply.wire == 1, machine.oldUntil <= time.now { machine.hasFallenBack = true }
        if reply.wire == 1 { counts.probe(machine.hasFallenBack ? .oldCoordinator : .oldNode) }
        if reply.wire == Limits.wire, machine.hasFallenBack {
            machine.hasFallenBack = false
            counts.probe(.newerWireAgain)
        }
        // No position is compacted away; what a restore has cut off is the floor that a cursor falls below.
        if reply.restart { counts.probe(.cursorRestarted) }
        let hasRetraction = reply.page.contains { change in
            if case .retraction = change { true } else { false }
        }
        if machine.isMidView, hasRetraction { counts.probe(.retractionBetweenPages) }
        machine.isMidView = reply.complete == nil
        if reply.head.position > machine.headSeen, machine.replica(of: [])?.isRebuilding == true {
            counts.probe(.rebaselineUnderWrites)
        }
        machine.headSeen = reply.head.position
    }
}
