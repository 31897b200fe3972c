import CoordinatorKit
import Negotiation
import NodeKit
import SyncProtocol

/// Exchanges, step by step as the production session takes them: prepare, the network, absorb.
extension SimulatedRegion {
    /// What came of one exchange for its node.
    enum Ending: Equatable {
        case complete
        case more
        /// Nothing came, or nothing that counts.
        case nothing
        case refused(ProblemCode)
        /// The machine is off, stopped or damaged.
        case unable
    }

    /// Syncs one node until nothing is left or something fails.
    @discardableResult
    func sync(_ machine: NodeMachine, rounds: Int = 8, isPatient: Bool = false) throws -> Ending {
        var ending = Ending.unable
        for _ in 0..<rounds {
            ending = try exchange([machine], isForced: isPatient)[0]
            if ending != .more { break }
        }
        return ending
    }

    /// One exchange of each of these nodes, all in one group at the coordinator.
    func exchange(_ machines: [NodeMachine], isForced: Bool = false) throws -> [Ending] {
        var endings = [Ending](repeating: .unable, count: machines.count)
        var prepared = [PreparedSync?](repeating: nil, count: machines.count)
        for (index, machine) in machines.enumerated() {
            prepared[index] = try prepare(machine, isForced: isForced)
        }
        var deliveries: [(sender: Int?, request: SentRequest)] = []
        for request in network.due(at: time.now) {
            deliveries.append((nil, request))
        }
        for (index, machine) in machines.enumerated() {
            guard let sent = prepared[index] else { continue }
            counts.exchanges += 1
            endings[index] = .nothing
            for (isAwaited, request) in send(sent, from: machine) {
                deliveries.append((isAwaited ? index : nil, request))
            }
        }
        let answers = try deliver(deliveries.map(\.request))
        for (delivery, answer) in zip(deliveries, answers) {
            guard let index = delivery.sender, let sent = prepared[index], let answer else { continue }
            endings[index] = try receive(answer, of: sent, at: machines[index])
        }
        return endings
    }

    /// `pageLimit` is what the program asks for; without one it is drawn.
    func prepare(_ machine: NodeMachine, isForced: Bool, pageLimit: Int? = nil) throws -> PreparedSync? {
        guard machine.offUntil <= time.now, try plant?.beforePrepare(machine) ?? true else { return nil }
        return try atNode(machine) { store in
            if try store.syncStop() != nil {
                // Kept by an absorption whose own commit failed at its very end, and seen only now.
                machine.isStopped = true
                return nil
            }
            let pageLimit = pageLimit ?? (self.dice.chance(perMille: 300) ? self.dice.within(1...12) : 200)
            return try SyncPlan.prepare(
                store, pageLimit: pageLimit, preferring: machine.oldUntil > self.time.now ? 1 : Limits.wire)
        } ?? nil
    }

    /// What the network makes of a request: what arrives now, and whether its sender waits for that answer.
    private func send(_ sent: PreparedSync, from machine: NodeMachine) -> [(isAwaited: Bool, request: SentRequest)] {
        let original = SentRequest(
            machine: machine, body: sent.bytes, signature: sent.signature, origin: .node, request: sent.request)
        network.capture(original)
        note(
            "send \(machine.name) exchange \(sent.request.exchange) operations \(sent.request.bundle?.operations.count ?? 0)"
        )
        if machine.partitionedUntil > time.now {
            counts.fault("partition")
            // Half of all partitions pass requests and lose replies.
            return machine.partitionedUntil.isMultiple(of: 2) ? [] : [(false, original)]
        }
        let fate = RequestFate.draw(rates, &dice)
        if fate != .arrives {
            counts.fault(fate.rawValue)
            note("network \(fate.rawValue)")
        }
        switch fate {
        case .arrives: return [(true, original)]
        case .lost: return []
        case .duplicated:
            var copy = original
            copy.origin = .replay
            if dice.chance(perMille: 500) { return [(true, original), (false, copy)] }
            network.late.append(Network.Late(request: copy, due: time.now + delay()))
            return [(true, original)]
        case .delayed:
            network.late.append(Network.Late(request: original, due: time.now + delay()))
            return []
        case .damaged:
            var damaged = original
            damaged.origin = .forged
            if dice.chance(perMille: 200) {
                damaged.signature = dice.chance(perMille: 500) ? nil : sent.signature + "A"
            } else {
                damaged.body = Damage.apply(to: sent.bytes, &dice)
            }
            return [(true, damaged)]
        }
    }

    private func delay() -> Int {
        dice.chance(perMille: 500) ? dice.within(1...VirtualTime.hour) : dice.within(1...72 * VirtualTime.hour)
    }

    private func receive(_ answer: HTTPAnswer, of sent: PreparedSync, at machine: NodeMachine) throws -> Ending {
        let fate = ReplyFate.draw(rates, &dice)
        if fate != .arrives {
            counts.fault(fate.rawValue)
            note("network \(fate.rawValue)")
        }
        var reply = TransportReply(answer)
        let whole = reply
        switch fate {
        case .arrives: break
        case .lost: return .nothing
        case .damaged: reply.body = Damage.apply(to: reply.body, &dice)
        case .proxyPage:
            reply = TransportReply(
                status: 200, headers: [("content-type", "text/html")], body: Array("<html>Masuk</html>".utf8))
        case .badGateway: reply = TransportReply(status: 502, body: Array("Bad Gateway".utf8))
        case .cached: reply = network.cached[machine.identity.node] ?? reply
        }
        network.cached[machine.identity.node] = whole
        return try absorb(reply, of: sent, at: machine)
    }

    func absorb(_ reply: TransportReply, of sent: PreparedSync, at machine: NodeMachine) throws -> Ending {
        guard plant?.takes(at: machine, truth: time.now) ?? true else { return .nothing }
        machine.report.add(reply)
        let stamp = machine.stamp
        let effects = machine.effects
        let absorption = try atNode(machine) { store in
            try SyncPlan.absorb(store, reply, of: sent, at: stamp, registryEffects: effects)
        }
        guard let absorption else { return .nothing }
        switch absorption {
        case .absorbed(let progress):
            machine.report.add(progress)
            note(
                "absorb \(machine.name) changes \(progress.changes) outcomes \(progress.outcomes.count) \(progress.agreement)"
            )
            // Read already when it went out, unless it is one that a proxy had kept.
            let answer = try replies.first { $0.body == reply.body }?.reply ?? SyncReply(parsing: reply.body)
            try noteFollowUps(of: machine)
            try emit(.absorbed(machine, answer, sent.request))
            try emit(.ended(machine, absorption))
            return progress.hasMore ? .more : .complete
        case .refused(let problem, let isProven):
            note("refused \(machine.name) \(problem.code.rawValue) proven \(isProven)")
            try emit(.ended(machine, absorption))
            if try machine.store?.syncStop() != nil {
                stopped(machine, by: problem.code)
            }
            if isProven, problem.code == .unsupportedVersion, speaksOtherwise(machine) { return .more }
            if isProven, machine.oldUntil <= time.now, let notice = RecoveryNotice(problem), !notice.hasReported,
                try handIn(machine, for: notice)
            {
                return .more
            }
            if problem.code == .badSignature, machine.isSuspect {
                // The coordinator has lost the rejoin of this node and knows its former key only.
                stopped(machine, by: problem.code)
            }
            return .refused(problem.code)
        case .noise(let noise):
            note("noise \(machine.name) \(noise.rawValue)")
            return .nothing
        }
    }

    /// A node that was told to stop waits for a person, who asks for an invitation.
    func stopped(_ machine: NodeMachine, by code: ProblemCode) {
        note("stopped \(machine.name) \(code.rawValue)")
        machine.isStopped = true
    }

    /// A registry drafts by itself what follows from a started transfer; these operations are recorded as well.
    private func noteFollowUps(of machine: NodeMachine) throws {
        guard machine.identity.isRegistry, let store = machine.store else { return }
        // A disk that rotted may not even be read; that is found elsewhere.
        if machine.isExcused, (try? store.pendingEntries()) == nil { return }
        let new = try store.pendingEntries().map(\.operation).filter { ledger.statements[$0.id] == nil }
        ledger.attempt(new, by: machine, at: time.now)
        ledger.acknowledge(new)
    }
}
