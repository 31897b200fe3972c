import CoordinatorKit
import Negotiation
import NodeKit
import Personnel
import SyncProtocol

/// Silent stalls of one machine, which its own `status` has to tell.
extension SimulatedRegion {
    private static let contactHours = 12

    func undergoStall() throws {
        guard let machine = try wellMachine() else { return }
        let stall = dice.pick(Stall.allCases)
        note("stall \(stall.rawValue) at \(machine.name)")
        let contact = try begin(stall, at: machine)
        var told: Int?
        for turn in 0...stall.days * 24 / Self.contactHours {
            if turn > 0 { pass(Self.contactHours * VirtualTime.hour) }
            try contact()
            if let status = try status(of: machine), !status.isWell, stall.isTold(by: status) {
                told = turn
                break
            }
        }
        try emit(.stalled(machine, stall, isTold: told != nil))
        counts.probe(told == 0 ? .stallToldAtOnce : .stallToldInTime)
        isOut = false
        machine.disk.setCapacity(nil)
        try quieten()
    }

    /// What the operator is shown.
    private func status(of machine: NodeMachine) throws -> NodeStatus? {
        var status = try machine.store?.status(at: machine.stamp)
        if plant == .alarmSuppressed {
            status?.doubts = []
            status?.state = .working
        }
        return status
    }

    /// A machine that is in order, whose view is today's and whose `status` has nothing to tell but what waits for a person.
    private func wellMachine() throws -> NodeMachine? {
        guard let region = try desk.store?.records(linked: .kind(.region)).first else { return nil }
        let today = Stamp(milliseconds: time.now).date
        if try Region(region).day < today {
            try record([try draft(.dayAdvance, record: region.id, #"{"to":"\#(today.iso)"}"#, at: desk)], at: desk)
        }
        try quieten()
        for machine in live where isAboveDoubt(machine) {
            machine.clock.set(.none)
            try sync(machine, rounds: 40)
            guard let status = try machine.store?.status(at: machine.stamp), status.state == .working,
                status.doubts.isEmpty, status.drafts + status.inFlight == 0, status.agrees
            else { continue }
            return machine
        }
        return nil
    }

    /// Brings the stall about; gives what happens at each contact from then on.
    private func begin(_ stall: Stall, at machine: NodeMachine) throws -> () throws -> Void {
        switch stall {
        case .frozenCopy:
            let copy = copyOfCoordinator()
            copy.clock.set(.stuck(at: time.now))
            try copy.start()
            // What it hears there is no part of the region's story.
            machine.isRetired = true
            return {
                try self.proposeDay()
                try self.sync(self.desk)
                try self.hear(copy, at: machine)
            }
        case .oldReplies:
            guard let sent = try prepare(machine, isForced: true), let old = try answer(to: sent, from: machine) else {
                return {}
            }
            _ = try absorb(old, of: sent, at: machine)
            return {
                guard let next = try self.prepare(machine, isForced: true) else { return }
                _ = try self.absorb(old, of: next, at: machine)
            }
        case .noDay:
            return {
                try self.restartCoordinator()
                try self.sync(machine)
            }
        case .lyingHead:
            return {
                guard let sent = try self.prepare(machine, isForced: true),
                    let reply = try self.answer(to: sent, from: machine), reply.status == 200
                else { return }
                _ = try self.absorb(try self.lie(reply), of: sent, at: machine)
            }
        case .outboxStays:
            isOut = true
            guard let store = machine.store else { return {} }
            let stepDice = dice
            let body = try store.read { database in
                var person = try Operator(at: machine, in: self, reading: database, stepDice)
                return person?.newVacancy()
            }
            guard let body else { return {} }
            try record([try draft(.vacancyOpen, body, at: machine)], at: machine)
            return { _ = try self.prepare(machine, isForced: true) }
        case .fullDisk:
            machine.disk.setCapacity(machine.disk.size(of: FaultDisk.nodePath))
            return { try self.sync(machine) }
        case .oldCopy:
            keepCopy(of: machine)
            try sync(machine)
            guard let copy = spare.nodes[machine.name]?.last else { return {} }
            try putBack(copy, at: machine)
            return { try self.sync(machine) }
        }
    }

    /// One exchange with another coordinator than the region's.
    func hear(_ other: CoordinatorMachine, at machine: NodeMachine) throws {
        guard let sent = try prepare(machine, isForced: true), let store = machine.store,
            let answer = other.coordinator?.answer([.sync(body: sent.bytes, signature: sent.signature)]).first
        else { return }
        _ = try SyncPlan.absorb(store, TransportReply(answer), of: sent, at: machine.stamp)
    }

    private func answer(to sent: PreparedSync, from machine: NodeMachine) throws -> TransportReply? {
        let request = SentRequest(
            machine: machine, body: sent.bytes, signature: sent.signature, origin: .node, request: sent.request)
        return try deliver([request]).first.flatMap { $0 }.map(TransportReply.init)
    }

    /// The reply with another root at the same place, signed by the coordinator all the same.
    private func lie(_ reply: TransportReply) throws -> TransportReply {
        var told = try SyncReply(parsing: reply.body)
        told.head.root = Hex.encode(Sodium.sha256(Array("another story".utf8)))
        told.checkpoint = nil
        var lie = reply
        lie.body = told.encode()
        let signature = DetachedJWS.sign(
            lie.body, type: .reply, keyID: DetachedJWS.coordinator, key: coordinator.keys.signing)
        lie.headers = reply.headers.filter { $0.name != DetachedJWS.headerField.lowercased() }
        lie.headers.append((DetachedJWS.headerField.lowercased(), signature))
        return lie
    }
}
