import Negotiation
import NodeKit

/// What single operators come to by chance too seldom: several agencies that act together. In two of seven regions they do.
extension SimulatedRegion {
    var arrangesThings: Bool { seed % 7 < 2 }

    func arrange() throws {
        try dice.chance(perMille: 500) ? ring() : crowd()
    }

    /// Three agencies pass a person on to each other, and one of the three offers is taken back.
    private func ring() throws {
        let machines = registries(3)
        guard machines.count == 3 else { return }
        note("ring " + machines.map(\.name).joined(separator: " "))
        for (index, machine) in machines.enumerated() {
            let next = machines[(index + 1) % 3].agency
            guard try perform(at: machine, { try $0.proposal(to: next).map { [$0] } ?? [] }) else { return }
        }
        let index = dice.below(3)
        let next = machines[(index + 1) % 3].agency
        try perform(at: machines[index]) { try $0.retreat(from: next).map { [$0] } ?? [] }
    }

    /// Several agencies offer somebody for the same seat, all are agreed to, and whoever holds it goes back.
    private func crowd() throws {
        var machines = registries(5)
        guard machines.count >= 4 else { return }
        let receiver = machines.removeFirst()
        guard let store = receiver.store,
            let vacancy = try? store.records(linked: .open(.vacancy)).compactMap({ try? Vacancy($0) })
                .first(where: { $0.agency == receiver.agency && $0.seatsFree == 1 })
        else { return }
        note("crowd at \(receiver.name) " + machines.map(\.name).joined(separator: " "))
        for machine in machines {
            try perform(at: machine) { try $0.proposal(to: receiver.agency, vacancy: vacancy.id).map { [$0] } ?? [] }
        }
        try sync(receiver)
        try perform(at: receiver) { try $0.agreements(vacancy: vacancy.id) }
        for machine in machines {
            try sync(machine)
            try perform(at: machine) { person in
                // Only who holds the seat goes.
                guard let move = try person.retreat(from: receiver.agency), let offer = move.record,
                    try person.reader.record(offer).map(Offer.init)?.isHolding == true
                else { return [] }
                return [move]
            }
        }
    }

    /// So many machines at most, each a registry of another agency that has not been told to stop.
    private func registries(_ count: Int) -> [NodeMachine] {
        var left: [NodeMachine] = []
        for machine in live where machine.identity.isRegistry && machine.isUp && !machine.isStopped && machine !== desk
        {
            if !left.contains(where: { $0.agency == machine.agency }) { left.append(machine) }
        }
        var picked: [NodeMachine] = []
        while picked.count < count, !left.isEmpty {
            picked.append(left.remove(at: dice.below(left.count)))
        }
        return picked
    }

    /// Records what somebody there comes to and sends it; whether anything was recorded.
    @discardableResult
    private func perform(at machine: NodeMachine, _ moves: (inout Operator) throws -> [Move]) throws -> Bool {
        guard machine.isUp, let store = machine.store else { return false }
        let stepDice = SeededGenerator(seed: dice.next(), stream: 0)
        let found = try? store.read { database -> [Move] in
            guard var person = try Operator(at: machine, in: self, reading: database, stepDice) else { return [] }
            return try moves(&person)
        }
        guard let found, !found.isEmpty else { return false }
        let drafts = try found.map { try draft($0.kind, record: $0.record, $0.body, at: machine) }
        guard try record(drafts, at: machine) else { return false }
        try sync(machine)
        return true
    }
}
