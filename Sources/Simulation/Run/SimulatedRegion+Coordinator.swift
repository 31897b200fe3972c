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
        deliveredAfter = before
        planCoordinatorFault()
        let uncommitted = copyBeforeCommit()
        let received = requests.map { plant?.received($0, in: self) ?? $0 }
        var answers = answers(of: serving, to: received)
        if let plant {
            answers = zip(answers, requests).map { plant.answered($0, to: $1, in: self) }
        }
        if dice.chance(perMille: rates.coordinatorKill / 2) {
            // It dies when everything is decided and nothing is answered yet.
            coordinator.disk.kill()
        }
        let hasDied = settleCoordinatorFault()
        if requests.count > 1 {
            counts.probe(.groupOfSeveral)
        }
        if hasDied {
            counts.fault("coordinator-death")
            note("coordinator died")
            if imagesNextDeath { keepImage() }
            try restartCoordinator()
            if ledger.head > before {
                counts.probe(.crashAfterCommitBeforeReply)
            }
            return requests.map { _ in nil }
        }
        if let uncommitted {
            coordinator.stop()
            coordinator.disk.copy(from: uncommitted)
            try coordinator.start()
        }
        try readJournal()
        replies = []
        for (request, answer) in zip(requests, answers) {
            note("answer \(request.machine?.name ?? "nobody") \(answer.status) \(answer.body.count)")
            let reply = answer.status == 200 ? try SyncReply(parsing: answer.body) : nil
            reply.map { replies.append((answer.body, $0)) }
            keepForTwin(reply, answer, to: request)
            if let reply, let sent = request.request { ledger.give(reply, to: sent) }
            try emit(.answered(request, answer, reply))
        }
        return answers
    }

    /// For the planted bug that answers before it commits: the disk as it was.
    private func copyBeforeCommit() -> FaultDisk? {
        guard plant == .ackBeforeCommit, dice.chance(perMille: 100) else { return nil }
        let disk = FaultDisk(seed: dice.next())
        disk.copy(from: coordinator.disk)
        return disk
    }

    /// What an agency is sent, but for the journal's root and what is signed over it: a hash for each answer.
    private func keepForTwin(_ reply: SyncReply?, _ answer: HTTPAnswer, to request: SentRequest) {
        guard keepsReceived, let agency = request.machine?.agency else { return }
        var bytes = answer.body
        if var reply {
            reply.head.root = nil
            reply.consistency = []
            reply.checkpoint = nil
            bytes = reply.encode()
        }
        received[agency, default: []] += Sodium.sha256(bytes)
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
        coordinator.mirror?.refuse(0)
        for attempt in 0..<6 {
            coordinator.stop()
            coordinator.disk.restart()
            if attempt < 5, dice.chance(perMille: rates.restartLoop) {
                coordinator.disk.plan(.kill, at: dice.within(1...6))
            }
            do {
                try coordinator.boot()
            } catch {
                note("coordinator does not start: \(type(of: error))")
            }
            if !coordinator.disk.isDead, coordinator.coordinator != nil { break }
            counts.fault("restart-loop")
            counts.probe(.crashDuringRecovery)
        }
        coordinator.disk.unplan()
        if seed.isMultiple(of: 3) {
            coordinator.reducerVersion = Reducer.version + 1
        }
        guard coordinator.coordinator != nil, !coordinator.disk.isDead else {
            throw Violation(.atomicity, "the coordinator does not start again after a crash")
        }
        note("coordinator restarted")
        if ledger.given == nil { ledger.given = try coordinator.accesses() }
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

    func planCoordinatorFault() {
        planFault(
            of: coordinator.disk, kill: rates.coordinatorKill, powerCut: rates.coordinatorPowerCut, deaths: 1...30,
            errors: 1...20)
    }

    /// Takes the plan back and counts what it did; whether the process died.
    func settleCoordinatorFault() -> Bool {
        coordinator.disk.unplan()
        return coordinator.disk.isDead
    }
}
