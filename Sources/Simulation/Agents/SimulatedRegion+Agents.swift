import CoordinatorKit
import GRDB
import NodeKit
import SyncProtocol

/// Agents that sync by the production's schedule, on virtual time.
extension SimulatedRegion {
    /// The agents of all machines that are in order, which start now, as after a power cut in the whole city.
    func startAgents() -> [Agent] {
        live.filter { $0.isInOrder && $0.offUntil <= time.now }.map { Agent($0, at: time.now, random: random()) }
    }

    /// Lets them sync as their schedules say until this moment, or until nothing is left to wait for.
    func run(_ agents: inout [Agent], until end: Int, while goesOn: ([Agent]) throws -> Bool = { _ in true }) throws {
        while try goesOn(agents), let next = agents.indices.min(by: { agents[$0].due < agents[$1].due }),
            agents[next].due < end
        {
            pass(max(agents[next].due - time.now, 0))
            try call(&agents[next])
        }
        if try goesOn(agents) { pass(max(end - time.now, 0)) }
    }

    /// Whether every agent that can has had a complete sync that began after this moment.
    func haveAllCalled(_ agents: [Agent], since moment: Int) -> Bool {
        agents.allSatisfy { agent in
            !agent.machine.isInOrder
                || calls.contains { $0.machine == agent.machine.name && $0.isComplete && $0.began >= moment }
        }
    }

    private func random() -> Double {
        Double(dice.below(1_000_000)) / 1_000_000
    }

    private func call(_ agent: inout Agent) throws {
        let machine = agent.machine
        let began = time.now
        machine.report = SyncReport(ending: .roundLimit)
        machine.report.ending =
            if isOut { try dial(machine) } else if agent.line == nil { try session(machine) } else {
                try slowSession(machine)
            }
        agent.plan(after: machine.report, random: random(), at: time.now)
        let call = AgentCall(
            machine: machine.name, began: began, ended: time.now, isThrough: machine.report.exchanges > 0,
            isComplete: machine.report.isComplete, retryAfter: machine.report.retryAfterSeconds,
            changes: machine.report.changes)
        note(
            "call \(machine.name) \(call.isThrough ? "through" : "in vain"), next in \((agent.due - time.now) / 1000) s"
        )
        calls.append(call)
        try emit(.called(call))
    }

    /// Nothing answers.
    private func dial(_ machine: NodeMachine) throws -> SyncEnding {
        _ = try prepare(machine, isForced: false)
        return Self.broken(.unreachable)
    }

    private func session(_ machine: NodeMachine) throws -> SyncEnding {
        for _ in 0..<Self.agentRounds {
            switch try exchange([machine])[0] {
            case .more: continue
            case .complete: return .complete
            case .nothing: return Self.broken(.interrupted)
            case .refused(let code): return .refused(Problem(code, detail: ""), isProven: true)
            case .unable:
                guard let stop = try machine.store?.syncStop() else { return Self.broken(.failed) }
                return .stopped(stop)
            }
        }
        return .roundLimit
    }

    /// A sync over a slow line, whose pages are as large as the production fits them to it.
    private func slowSession(_ machine: NodeMachine) throws -> SyncEnding {
        for _ in 0..<Self.agentRounds {
            guard let store = machine.store else { return Self.broken(.failed) }
            var size = try store.outset().size
            let limit = plant == .pageNeverShrinks ? Limits.defaultPageRecords : size.changes
            guard let sent = try prepare(machine, isForced: false, pageLimit: limit) else { break }
            let before = (size, machine.report.changes)
            let (ending, took) = try carry(sent, from: machine)
            if ending == .nothing {
                size.lost(.interrupted)
                counts.fault("slow-line-broke")
                if plant == .cursorNotKept { try forgetCursor(of: machine) }
            } else {
                size.arrived(changes: machine.report.changes - before.1, in: .milliseconds(took))
            }
            if size != before.0 {
                try store.keep(size)
                if size.changes == PageSize.floor { counts.probe(.smallestPage) }
            }
            switch ending {
            case .more: continue
            case .complete: return .complete
            default: return Self.broken(.interrupted)
            }
        }
        return .roundLimit
    }

    private func carry(_ sent: PreparedSync, from machine: NodeMachine) throws -> (ending: Ending, took: Int) {
        let request = SentRequest(
            machine: machine, body: sent.bytes, signature: sent.signature, origin: .node, request: sent.request)
        let (wait, fate) = SlowLine.carry(bytes: sent.bytes.count, &dice)
        if fate == .requestLost {
            pass(wait)
            return (.nothing, wait)
        }
        guard let answer = try deliver([request]).first.flatMap({ $0 }) else { return (.nothing, 0) }
        let (took, end) = SlowLine.carry(bytes: sent.bytes.count + answer.body.count, &dice)
        pass(took)
        note("slow \(machine.name) \(answer.body.count) bytes \(end)")
        guard end == .arrives else { return (.nothing, took) }
        return (try absorb(TransportReply(answer), of: sent, at: machine), took)
    }

    private func forgetCursor(of machine: NodeMachine) throws {
        try machine.store?.write {
            try $0.execute(sql: "UPDATE generation SET epoch = NULL, position = NULL, start = NULL, statedSum = NULL")
        }
    }

    private static let agentRounds = 100

    private static func broken(_ code: TransportError.Code) -> SyncEnding {
        .unreachable(TransportError(code: code, message: "", advice: ""))
    }
}

extension TransportReply {
    /// An answer as a node's transport hands it over.
    init(_ answer: HTTPAnswer) {
        self.init(
            status: answer.status, headers: answer.headers.map { ($0.name.lowercased(), $0.value) }, body: answer.body)
    }
}

extension SyncReport {
    fileprivate var isComplete: Bool {
        if case .complete = ending { true } else { false }
    }
}
