import CoordinatorKit
import NodeKit
import SyncProtocol

/// The time after a restore: nodes hand in, step by step as the production session does, and a person may end it.
extension SimulatedRegion {
    var standing: Standing? {
        try? coordinator.store?.read { try $0.standing() }
    }

    var isRecovering: Bool { standing?.mode == .recovering }

    /// Whether the node may sync at once after it was told this.
    func handIn(_ machine: NodeMachine, for notice: RecoveryNotice) throws -> Bool {
        guard try atNode(machine, { try $0.redraftLost(notice) }) != nil else { return false }
        var last = notice.bundle
        while true {
            guard let page = try atNode(machine, { try HandIn.page($0, for: notice, after: last) }) else {
                return false
            }
            var sent = HandInPage(page, from: machine)
            withhold(&sent)
            guard let answer = try send(sent) else { return false }
            let reply = TransportReply(answer)
            machine.report.add(reply)
            guard let read = HandIn.read(reply, to: page, from: machine.identity.coordinator) else {
                if let problem = HandIn.refusal(reply, of: page, from: machine.identity.coordinator) {
                    _ = try atNode(machine) { try HandIn.stop($0, by: problem) }
                    try emit(.ended(machine, .refused(problem, isProven: true)))
                    stopped(machine, by: problem.code)
                }
                return false
            }
            if sent.request.isDone { return read.isOpen }
            guard read.bundle > last else { return false }
            last = read.bundle
        }
    }

    /// A party that would rather not have agreed hands in as if it never had, although it has the receipt.
    private func withhold(_ page: inout HandInPage) {
        guard rates.trespass > 0, page.machine !== desk, dice.chance(perMille: 400), page.withholdAcceptances() else {
            return
        }
        counts.fault("acceptance-withheld")
        counts.probe(.acceptanceWithheld)
        note("\(page.machine.name) withholds its acceptance")
        // Its next bundle does not follow the last one that it handed in.
        page.machine.isSuspect = true
    }

    /// What the network makes of a page; the answer as its sender sees it, nil for none.
    private func send(_ page: HandInPage) throws -> HTTPAnswer? {
        network.capture(page)
        note("hand in \(page.machine.name) bundles \(page.request.items.count)")
        let fate = RequestFate.draw(rates, &dice)
        if fate != .arrives {
            counts.fault(fate.rawValue)
            note("network \(fate.rawValue)")
        }
        var copy = page
        copy.isReplay = true
        switch fate {
        case .arrives: break
        case .lost: return nil
        case .delayed:
            network.latePages.append((page, time.now + dice.within(1...72 * VirtualTime.hour)))
            return nil
        case .duplicated:
            if dice.chance(perMille: 500) {
                _ = try deliver(copy)
            } else {
                network.latePages.append((copy, time.now + dice.within(1...72 * VirtualTime.hour)))
            }
        case .damaged:
            copy.body = Damage.apply(to: page.body, &dice)
            copy.isDamaged = true
            _ = try deliver(copy)
            return nil
        }
        guard let answer = try deliver(page) else { return nil }
        let isLost = dice.chance(perMille: rates.replyLost)
        if isLost {
            counts.fault(ReplyFate.lost.rawValue)
            note("network \(ReplyFate.lost.rawValue)")
        }
        return isLost ? nil : answer
    }

    /// Hands a page over; nil when the coordinator died.
    @discardableResult
    func deliver(_ page: HandInPage) throws -> HTTPAnswer? {
        guard let serving = coordinator.coordinator else {
            try restartCoordinator()
            return nil
        }
        let wasRecovering = isRecovering
        planCoordinatorFault()
        let answer = serving.resupplyBlocking(body: page.body, signature: page.signature)
        if settleCoordinatorFault() {
            counts.fault("coordinator-death")
            counts.probe(.killedDuringRecovery)
            note("coordinator died")
            try restartCoordinator()
            return nil
        }
        if answer.status == 200, !page.isDamaged { ledger.handIn(page.request) }
        note("answer to what was handed in \(answer.status)")
        try readJournal()
        try emit(.handedIn(page, answer))
        if wasRecovering, !isRecovering { try recovered() }
        // What a late node's page shows to be lost is told at once; another restore may come before anybody asks again.
        if !wasRecovering { try noteGaps() }
        return answer
    }

    /// A person ends the recovery although some node has not reported.
    func endRecovery() throws {
        guard let serving = coordinator.coordinator, isRecovering else { return }
        note("recovery ended by hand")
        let isAwaiting = try coordinator.store?.read { try $0.recovery.reports().count { $0.isDone } } ?? 0
        planCoordinatorFault()
        try? serving.endRecoveryBlocking()
        if settleCoordinatorFault() {
            counts.probe(.killedDuringRecovery)
            return try restartCoordinator()
        }
        try readJournal()
        guard !isRecovering else { return }
        if isAwaiting < live.count { counts.probe(.recoveryEndedByHand) }
        try recovered()
    }

    private func recovered() throws {
        note("recovered")
        ledger.hasRecovered = true
        counts.fault("recovery")
        try noteGaps()
        try emit(.recovered)
    }

    /// The operator reads `recovery show`.
    func noteGaps() throws {
        guard let store = coordinator.store else { return }
        // What was told before another restore stays told, whether or not the restored database knows of it.
        try store.read { snapshot in
            guard let epoch = try snapshot.epochs().last?.epoch else { return }
            ledger.reportedGaps[epoch] = try snapshot.recovery.gaps(epoch: epoch)
            watchGaps(of: epoch)
        }
    }

    /// What happens while a recovery goes on, apart from what nodes do by themselves.
    func tendRecovery() throws {
        if !network.capturedPages.isEmpty, dice.chance(perMille: rates.replayed) {
            var page = dice.pick(network.capturedPages)
            page.isReplay = true
            counts.fault("replayed")
            note("replayed page of \(page.machine.name)")
            try deliver(page)
        }
        for page in network.duePages(at: time.now) {
            try deliver(page)
        }
        try restoreHalted()
        guard isRecovering, dice.chance(perMille: 60) else { return }
        try endRecovery()
    }

    /// A coordinator that found out that its epoch was used before waits for another restore.
    func restoreHalted() throws {
        guard let standing, case .halted(let reason) = standing.mode else { return }
        note("halted: \(reason)")
        guard !ledger.lives.isEmpty, let backup = backups.last else {
            throw Violation(.restored, "the coordinator halted though nothing was put back: \(reason)")
        }
        counts.fault("epoch-used-before")
        try restoreCoordinator(from: backup, known: standing.latestEpoch)
    }
}
