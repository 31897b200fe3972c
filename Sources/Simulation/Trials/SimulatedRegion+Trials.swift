import CoordinatorKit
import Negotiation
import NodeKit
import SyncProtocol

/// Trials of a region that has settled.
extension SimulatedRegion {
    func undergo(_ trial: Trial) throws {
        dice = SeededGenerator(seed: seed, stream: 5)
        calls = []
        note("trial \(trial.rawValue)")
        hasSettled = false
        switch trial {
        case .outage: try undergoOutage()
        case .returns: try undergoReturns()
        case .slowLine: try undergoSlowLine()
        case .stall: try undergoStall()
        case .twoStories: try undergoTwoStories()
        }
        hasSettled = true
        try checkAll()
    }

    /// Everybody's agent starts at once and nothing answers; then the coordinator is there again.
    private func undergoOutage() throws {
        var agents = startAgents()
        isOut = true
        try run(&agents, until: time.now + dice.within(10...180) * Self.minute)
        isOut = false
        try restartCoordinator()
        try gather(&agents)
        counts.probe(.outageOfHours)
    }

    /// The coordinator is restored from a backup that lacks what everybody did last.
    private func undergoReturns() throws {
        // A restore over another one is struck in the run itself, with everything else that goes wrong.
        guard ledger.lives.isEmpty, coordinator.coordinator != nil else { return }
        try backUp()
        guard let backup = backups.last else { return }
        for _ in 0..<4 { try operate() }
        for machine in live { try sync(machine, rounds: 40) }
        try restoreCoordinator(from: backup)
        var agents = startAgents()
        try run(&agents, until: time.now + 30 * Self.minute) { _ in isRecovering }
        if calls.contains(where: { $0.retryAfter != nil }) { counts.probe(.staggeredReturn) }
        // Those that are gone do not report.
        try endRecovery()
        try gather(&agents)
        for machine in live { machine.offUntil = 0 }
        try quieten()
    }

    /// An agency's further machine joins over a bad line.
    private func undergoSlowLine() throws {
        // Not the one whose private data a twin changes: how long pages take depends on their bytes.
        let agency = dice.pick(agencies.filter { $0.text != Self.bkd && $0.text != Self.keeper })
        guard try publish(dice.within(80...120)) else { return }
        let code = InvitationCode.generate()
        let invited = try record(
            [try invitation(code, agency: agency.text, isRegistry: false, expires: "2060-01-12T00:00:00Z")], at: desk)
        guard invited, try sync(desk) == .complete else { return }
        let before = nodes.count
        try join(code)
        guard nodes.count > before, let machine = nodes.last else { return }
        let began = time.now
        var agents = [Agent(machine, line: SlowLine(), at: began, random: 0)]
        try run(&agents, until: began + Self.firstSyncHours * VirtualTime.hour) { !haveAllCalled($0, since: began) }
        try emit(.firstSync(machine, took: time.now - began))
        counts.probe(.slowFirstSync)
        try quieten()
    }

    /// Some registry publishes so many vacancies, so that there is more to receive than a bad line carries at once.
    private func publish(_ count: Int) throws -> Bool {
        let registries = live.filter { $0.isInOrder && $0.identity.isRegistry && $0 !== desk }
        guard !registries.isEmpty else { return false }
        let machine = dice.pick(registries)
        guard let store = machine.store else { return false }
        let stepDice = dice
        let bodies = try store.read { database in
            var person = try Operator(at: machine, in: self, reading: database, stepDice)
            return (0..<count).compactMap { _ in person?.newVacancy() }
        }
        let drafts = try bodies.map { try draft(.vacancyOpen, $0, at: machine) }
        return try record(drafts, at: machine) && sync(machine, rounds: 40) == .complete
    }

    /// Waits until every agent has been through, as long as they are given.
    private func gather(_ agents: inout [Agent]) throws {
        let since = time.now
        try run(&agents, until: since + VirtualTime.hour) { !haveAllCalled($0, since: since) }
        try emit(.gathered(agents.map(\.machine).filter(\.isInOrder).map(\.name), since: since))
    }

    /// Whether nothing befell the machine that it may have to tell of; in the first wire a head has no root to compare.
    func isAboveDoubt(_ machine: NodeMachine) -> Bool {
        machine !== desk && machine.isInOrder && !machine.isExcused && !machine.isSuspect && !machine.hasFallenBack
    }

    /// A machine that goes on from what the coordinator has now.
    func copyOfCoordinator() -> CoordinatorMachine {
        let copy = CoordinatorMachine(copyOf: coordinator, seed: dice.next(), truth: time.now)
        copies.append(copy)
        return copy
    }

    private static let minute = 60_000
    /// What a first sync is waited for.
    private static let firstSyncHours = 6
}
