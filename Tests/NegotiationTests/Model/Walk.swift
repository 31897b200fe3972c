import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// A random life of a town: five agencies with two nodes each do what they may, and some of what they may not, in an
/// order that follows from the seed. Each decision is held against what must always hold.
struct Walk {
    /// People who can have a card.
    static let people = 60

    let seed: UInt64
    /// Members of unopened cards' groups that their agency alone holds: competence levels, and what else stands there.
    /// No choice depends on it.
    let secret: String
    var dice: Dice
    var town: Town
    var picture = Picture()
    var tally = Tally()
    var decisions: [Decision] = []
    /// The agencies with a desk or a registry, which act.
    let agencies = Town.agencies
    /// Cards that their agency never opens, since they hold the secret.
    var keptCards: Set<RecordID> = []
    private var operations: [Operation] = []
    private(set) var lastOperation: (operation: Operation, context: DecisionContext)?

    init(seed: UInt64, secret: String = #""s":1"#) throws {
        self.seed = seed
        self.secret = secret
        dice = Dice(seed: seed)
        town = try Town()
        for record in town.state.records {
            try picture.apply([.put(record)])
        }
        for (index, agency) in agencies.enumerated() {
            let code = Town.hash(1000 + index)
            try commit(
                Move(
                    "bkd", .nodeInvite,
                    #"{"invitation":{"agency":"\#(agency)","registry":false,"codeHash":"\#(code)","expiresAt":"2026-06-02"}}"#
                ))
            try commit(try joining(try town.last, as: agency + "/second"))
        }
        for person in 500..<504 {
            try commit(Move(Self.keeper, .cardPost, Town.cardBody(person)))
            keptCards.insert(try town.last)
        }
    }

    func joining(_ invitation: RecordID, as node: String) throws -> Move {
        let body = try town.node(node, agency: "x")
        return Move(
            "coordinator", .nodeJoin, on: invitation,
            body.replacing(#""agency":"x""#, with: #""invitation":"\#(invitation)""#))
    }

    mutating func run(steps: Int) throws {
        for _ in 0..<steps {
            try step()
        }
        try picture.checkEverything(in: town)
    }

    /// One operation, most often a lawful one; now and then an earlier one comes again.
    mutating func step() throws {
        advanceReach()
        if dice.happens(3), let again = dice.pick(operations) {
            let author = dice.one(of: agencies)
            try decide(again, by: author)
            return
        }
        var move = try nextMove()
        try probe(move)
        if dice.happens(5) {
            try write(&move)
        }
        if dice.happens(18) {
            try spoil(&move)
        }
        try commit(move)
    }

    private mutating func commit(_ move: Move) throws {
        let operation = try town.operation(move.kind, move.body, on: move.record, actor: move.actor)
        operations.append(operation)
        try decide(operation, by: move.author)
    }

    private mutating func decide(_ operation: Operation, by author: String) throws {
        let context = try town.context(author)
        let decision = try Reducer.decide(operation, in: context, reading: town.state)
        lastOperation = (operation, context)
        town.position += 1
        town.state.apply(decision.effects)
        decisions.append(decision)
        do {
            try picture.take(decision, of: operation, by: context.author, at: context.position)
            try picture.checkParts(touchedBy: decision.effects)
            if decisions.count % 10 == 0 {
                try checkGates(in: Workspace(operation, context, town.state))
            }
        } catch {
            throw Violation("position \(context.position), \(operation.kind) by \(author): \(error)")
        }
        tally.count(operation.kind, decision, picture)
    }

    /// What a transfer says is before its start is what its start would be refused with.
    private func checkGates(in workspace: Workspace<Overlay<EmptyReader>>) throws {
        for transfer in picture.transfers.all where transfer.started == nil && transfer.ended == nil {
            let gates = try workspace.gates(of: transfer)
            try picture.hold(transfer.openGates == gates, "open gates \(transfer.openGates) are \(gates)")
        }
    }

    /// Agencies get to know what happened up to some position.
    private mutating func advanceReach() {
        guard dice.happens(30), let agency = dice.pick(agencies).flatMap(AgencyCode.init) else { return }
        town.reach[agency] = town.position
    }
}
