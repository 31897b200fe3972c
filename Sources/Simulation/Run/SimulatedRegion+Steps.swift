import Negotiation
import NodeKit
import SyncProtocol

/// The weeks of a run, step by step.
extension SimulatedRegion {
    /// Steps between two checks of everything.
    static let fullCheckEvery = 50

    func negotiate(_ plan: RunPlan) throws {
        let limit = plan.operations * 8 + 40
        let pace = plan.weeks * VirtualTime.week / (plan.operations * 4)
        for step in 0..<limit {
            counts.steps = step + 1
            guard counts.operations < plan.operations + foundingOperations else { break }
            dice = SeededGenerator(seed: seed, stream: UInt64(step) + 1000)
            pass(dice.within(1...pace * 2))
            guard !plan.skipped.contains(step), !live.isEmpty else { continue }
            note("step \(step)")
            try strike()
            do {
                try act()
            } catch let failure as NodeFailure where [.full, .io].contains(failure.code) {
                // Somebody looked into a node whose disk refuses, which at a hot journal has to write even for a look.
                note("a look fails: \(failure.code.rawValue)")
            }
            if (step + 1).isMultiple(of: Self.fullCheckEvery) {
                try checkAll()
            }
        }
        try checkAll()
    }

    private func act() throws {
        guard !live.isEmpty else { return }
        switch dice.below(100) {
        case 0..<3: try tend()
        case 3..<5: try carry()
        case 5 where arrangesThings: try arrange()
        case 5..<62: try operate()
        case 62..<82: try sync(dice.pick(live))
        case 82..<93: try syncSeveral()
        default: try proposeDay()
        }
    }

    func operate() throws {
        let machine = dice.chance(perMille: 300) ? desk : dice.pick(live)
        guard !machine.isRetired else { return }
        if !machine.isUp { try restart(machine) }
        guard let store = machine.store else { return }
        let stepDice = dice
        let move = try? store.read { database in
            var person = try Operator(at: machine, in: self, reading: database, stepDice)
            return try person?.next()
        }
        guard let move = move.flatMap({ $0 }) else { return }
        let isEditAgain = try waitsForEdit(move, at: store)
        if isEditAgain { counts.probe(.conflictAtOneDesk) }
        try record(
            [
                try draft(
                    move.kind, record: move.record, move.body, attachments: move.attachments, actor: move.actor,
                    at: machine)
            ],
            at: machine)
        if dice.chance(perMille: 500) {
            try sync(machine)
        }
    }

    /// What people do now and then: withdraw a draft, rejoin a stopped node, look at what is held.
    private func tend() throws {
        let stopped = live.filter(\.isStopped)
        if !stopped.isEmpty, dice.chance(perMille: 600) {
            let machine = dice.pick(stopped)
            try rejoin(machine)
            return try dice.chance(perMille: 700) ? review(machine) : ()
        }
        if let machine = live.first(where: \.awaitsReview), dice.chance(perMille: 500) { return try review(machine) }
        try withdraw()
    }

    /// An operator thinks better of a draft.
    private func withdraw() throws {
        let machine = dice.pick(live)
        let drafts = ((try? machine.store?.pendingEntries()) ?? []).filter { $0.state == .draft }
        guard !drafts.isEmpty else { return }
        guard try withdraw(dice.pick(drafts).operation, at: machine) else { return }
        note("withdraw \(machine.name)")
    }

    /// Whether the machine has said so.
    func withdraw(_ draft: Operation, at machine: NodeMachine) throws -> Bool {
        // A machine that dies in the command may have withdrawn it, and is looked at as soon as it has started again.
        let isExcused = ledger.excuse(draft.id)
        guard try atNode(machine, { try self.plant == .withdrawnSent ? () : $0.withdraw(draft.id) }) != nil else {
            return false
        }
        ledger.excuse(draft.id, isExcused)
        ledger.withdraw(draft, at: machine)
        return true
    }

    /// A draft is taken to another machine of its agency, and both send it.
    private func carry() throws {
        let from = dice.pick(live)
        let others = live.filter { $0 !== from && $0.agency == from.agency && $0.isUp }
        guard !others.isEmpty, let entry = ((try? from.store?.pendingEntries()) ?? []).last else { return }
        let to = dice.pick(others)
        let names = AttachmentNames.of(entry.operation.bytes)
        let attachments = names.compactMap { name in (try? from.store?.attachment(name)).flatMap { $0 } }
        guard attachments.count == names.count,
            let draft = try? Draft(entry.operation.bytes, attachments: attachments)
        else { return }
        note("carry \(from.name) to \(to.name)")
        let isBack = ledger.carry(entry.operation, to: to)
        // A machine that had withdrawn it and fails in the command may have it again or not.
        let isExcused = isBack && ledger.excuse(entry.operation.id)
        guard try atNode(to, { try $0.record([draft]) }) != nil, isBack else { return }
        ledger.excuse(entry.operation.id, isExcused)
    }

    private func waitsForEdit(_ move: Move, at store: NodeStore) throws -> Bool {
        guard move.kind == .vacancyEdit || move.kind == .cardEdit else { return false }
        let pending = (try? store.pendingEntries()) ?? []
        return pending.contains { $0.operation.kind == move.kind.rawValue && $0.operation.record == move.record }
    }

    private func syncSeveral() throws {
        var group: [NodeMachine] = []
        for _ in 0..<dice.within(2...4) {
            let machine = dice.pick(live)
            if !group.contains(where: { $0 === machine }) { group.append(machine) }
        }
        _ = try exchange(group)
    }
}
