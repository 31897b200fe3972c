import CoordinatorKit
import Negotiation
import SyncProtocol

/// The coordinator's side of a run.
extension SimulatedRegion {
    /// Hands requests over in one group and gives the answers that went out; nil for all when the process died.
    func deliver(_ requests: [SentRequest]) throws -> [HTTPAnswer?] {
        guard !requests.isEmpty else { return [] }
        guard let serving = coordinator.coordinator else {
            try restartCoordinator()
            return requests.map { _ in nil }
        }
        let before = ledger.head
        planCoordinatorFault()
        let answers = serving.answer(requests.map { .sync(body: $0.body, signature: $0.signature) })
        let hasDied = settleCoordinatorFault()
        if requests.count > 1 {
            counts.probe(.groupOfSeveral)
        }
        if hasDied {
            note("coordinator died")
            try restartCoordinator()
            if ledger.head > before {
                counts.probe(.crashAfterCommitBeforeReply)
            }
            return requests.map { _ in nil }
        }
        try readJournal()
        for (request, answer) in zip(requests, answers) {
            note("answer \(request.machine?.name ?? "nobody") \(answer.status) \(answer.body.count)")
            let reply = answer.status == 200 ? try SyncReply(parsing: answer.body) : nil
            try emit(.answered(request, answer, reply))
        }
        return answers
    }

    /// Lets the coordinator's clock propose a day.
    func proposeDay() throws {
        guard let serving = coordinator.coordinator else { return try restartCoordinator() }
        planCoordinatorFault()
        let proposal = try? serving.proposeDayBlocking()
        if settleCoordinatorFault() {
            return try restartCoordinator()
        }
        note("day \(proposal.map { "\($0)" } ?? "failed")")
        try readJournal()
    }

    /// Starts it until it runs: it may die again while it recovers.
    func restartCoordinator() throws {
        for attempt in 0..<6 {
            coordinator.stop()
            coordinator.disk.restart()
            if attempt < 5, dice.chance(perMille: rates.restartLoop) {
                coordinator.disk.plan(.kill, at: dice.within(1...6))
            }
            do {
                try coordinator.start()
            } catch {
                note("coordinator does not start: \(type(of: error))")
            }
            if !coordinator.disk.isDead, coordinator.coordinator != nil { break }
            counts.fault("restart-loop")
            counts.probe(.crashDuringRecovery)
        }
        coordinator.disk.unplan()
        guard coordinator.coordinator != nil else {
            throw Violation(.atomicity, "the coordinator does not start again after a crash")
        }
        note("coordinator restarted")
        try readJournal()
        try emit(.coordinatorRestarted)
    }

    /// Takes down what the journal has gained.
    func readJournal() throws {
        guard let store = coordinator.store else { return }
        let entries = try store.read { try $0.entries(after: self.ledger.head, limit: 10_000) }
        guard !entries.isEmpty else { return }
        var lines: [JournalLine] = []
        for entry in entries {
            let line = try JournalLine(parsing: entry.bytes)
            ledger.append(line)
            lines.append(line)
            counts.outcome("\(line.kind) \(line.code ?? line.outcome)")
            note("journal \(line.position) \(line.agency) \(line.kind) \(line.code ?? line.outcome)")
        }
        try emit(.committed(lines))
    }

    private func planCoordinatorFault() {
        let disk = coordinator.disk
        if dice.chance(perMille: rates.coordinatorKill) {
            disk.plan(.kill, at: dice.within(1...30))
        } else if dice.chance(perMille: rates.coordinatorPowerCut) {
            disk.plan(.powerCut, at: dice.within(1...30))
        } else if dice.chance(perMille: rates.ioError) {
            disk.plan(.ioError, at: dice.within(1...20), times: dice.within(1...3))
        } else if dice.chance(perMille: rates.diskFull) {
            disk.plan(.full, at: dice.within(1...20), times: dice.within(1...6))
        } else if dice.chance(perMille: rates.readError) {
            disk.planRead(at: dice.within(1...20))
        }
    }

    /// Takes the plan back and counts what it did; whether the process died.
    private func settleCoordinatorFault() -> Bool {
        coordinator.disk.unplan()
        return coordinator.disk.isDead
    }
}
