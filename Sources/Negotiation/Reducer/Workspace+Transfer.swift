import Personnel
import StrictJSON

/// Transfers: gates before the start, the start, and for a move for good the personnel file.
extension Workspace {
    /// A step of the route by its owner: a gate before the start, another after it, also when the file has long been received.
    mutating func takeStep(_ name: String) throws {
        var transfer = try read(try visible(operation.record, .transfer), Transfer.init)
        guard let index = transfer.steps.firstIndex(where: { $0.step.utf8.elementsEqual(name.utf8) }) else {
            throw Refusal(.unsupported, [("expected", .array(transfer.steps.map { .string($0.step) }))])
        }
        let step = transfer.steps[index]
        let owner = transfer.agency(step.owner, desk: try region().desk)
        let isTime = step.moment == .before ? transfer.started == nil && transfer.ended == nil : transfer.started != nil
        guard isTime else { throw Refusal(.wrongState, [("state", .string(transfer.state.rawValue))]) }
        guard owner == author else { throw Refusal.notAllowed(owner.text) }
        guard step.done == nil else { throw Refusal(.alreadyDone) }
        try checkPast("date")
        transfer.steps[index].done = Attested(operation, at: position)
        if step.moment == .before {
            transfer.openGates = try gates(of: transfer)
        }
        try store(transfer)
    }

    mutating func startTransfer() throws {
        var transfer = try preparedTransfer()
        guard transfer.receiving == author else { throw Refusal.notAllowed(transfer.receiving.text) }
        try checkPast("date")
        let date = try body.requiredDate("date")
        _ = try body.requiredString("number", maxBytes: 100)
        guard date >= transfer.start else {
            throw BodyError(path: "/body/date", expected: "a date from the agreed start \(transfer.start.iso) on")
        }
        if let returns = transfer.returns, date >= returns {
            throw BodyError(path: "/body/date", expected: "a date before the return \(returns.iso)")
        }
        transfer.openGates = try gates(of: transfer)
        guard transfer.openGates.isEmpty else {
            throw Refusal(.gatesOpen, [("gates", .array(transfer.openGates.map(JSONValue.string)))])
        }
        if let package = try startingPackage(of: transfer) { return try pledge(transfer, in: package) }
        transfer.started = Attested(operation, at: position)
        try begin(transfer)
    }

    /// What a start changes: the seat is filled, and a move for good ends the card.
    mutating func begin(_ started: Transfer) throws {
        var transfer = started
        if transfer.effect == .definitive, transfer.home == transfer.receiving {
            // Nothing has to travel inside one agency.
            transfer.ended = Ending(position: position, reason: "received")
        } else if transfer.effect == .definitive, try !canSendFile(transfer) {
            transfer.ended = Ending(position: position, reason: Transfer.onPaper)
        }
        try store(transfer)
        var vacancy = try linked(transfer.vacancy, .vacancy, Vacancy.init)
        vacancy.filled += 1
        if transfer.effect == .definitive {
            try followHome(of: transfer.card, to: transfer.receiving)
            try end(try linked(transfer.card, .card, Card.init), reason: "moved")
        }
        if vacancy.filled >= vacancy.seats {
            try end(vacancy, reason: "filled", offers: "vacancy-filled")
        } else {
            try store(vacancy)
        }
        try refreshWaiting(for: transfer)
        try refreshWaiting(for: vacancy)
        if transfer.effect == .second {
            try retryConfirmation(besides: try linked(transfer.offer, .offer, Offer.init))
        }
    }

    mutating func cancelTransfer() throws {
        var transfer = try preparedTransfer()
        let reason = try body.requiredString("reason", maxBytes: 200)
        transfer.ended = Ending(position: position, reason: reason)
        try store(transfer)
        try close(transfer.offer, reason: "cancelled")
    }

    /// Home's registry sends the personnel file, again when the receiver found it incomplete.
    mutating func sendFile() throws {
        var transfer = try movedTransfer()
        guard transfer.home == author else { throw Refusal.notAllowed(transfer.home.text) }
        guard transfer.file == nil || transfer.isFileIncomplete else { throw Refusal(.alreadyDone) }
        _ = try body.requiredObject("file").requiredAttachment()
        transfer.file = Attested(operation, at: position)
        transfer.received = nil
        try store(transfer)
    }

    mutating func receiveFile() throws {
        var transfer = try movedTransfer()
        guard transfer.receiving == author else { throw Refusal.notAllowed(transfer.receiving.text) }
        guard transfer.file != nil else { throw Refusal(.wrongState, [("state", "no-file")]) }
        let isComplete = try body.requiredBoolean("complete")
        transfer.received = Attested(operation, at: position)
        if isComplete {
            transfer.ended = Ending(position: position, reason: "received")
        }
        try store(transfer)
    }

    /// Whether there are registries at both ends; else the personnel file goes on paper, and nobody waits for it here.
    private func canSendFile(_ transfer: Transfer) throws -> Bool {
        try Side.allCases.allSatisfy { try agency(transfer.agency($0))?.agency.registry != nil }
    }

    // MARK: Parts

    func transfer(of offer: Offer) throws -> Transfer? {
        try offer.decreed.map { try linked($0.transfer, .transfer, Transfer.init) }
    }

    /// A start letter that waits for others lapses when a gate opens again.
    mutating func store(_ stored: Transfer) throws {
        var transfer = stored
        if transfer.started == nil, !transfer.openGates.isEmpty || transfer.ended != nil {
            transfer.pledged = nil
        }
        let audience = Audience.of([transfer.home, transfer.receiving, try region().desk])
        try put(transfer.id, .transfer, audience, transfer.body)
    }

    /// What stands before the start: steps not done, an objection that suspends it, what others have to do first, training not
    /// confirmed, gaps that no training covers.
    func gates(of transfer: Transfer) throws -> [String] {
        var gates = transfer.steps.filter { $0.moment == .before && $0.done == nil }.map(\.step)
        if transfer.isSuspended {
            gates.append("objection")
        }
        gates += try gatesOfOthers(transfer)
        let policy = try policy(transfer.policy)
        guard policy.route(transfer.route)?.rules.contains(.r24) == true else { return gates }
        let offer = try linked(transfer.offer, .offer, Offer.init)
        let finding = Rules.training(
            gaps: try gaps(of: offer), requirements: try trainings(of: offer.id).map(\.requirement), policy.personnel)
        if finding.blocks, !gates.contains("training") {
            gates.append("training")
        }
        return gates
    }

    /// The competences in which the person is below the post's standard; nil when one was never measured.
    func gaps(of offer: Offer) throws -> [String]? {
        let card = try linked(offer.card, .card, Card.init)
        let vacancy = try linked(offer.vacancy, .vacancy, Vacancy.init)
        let match = CompetenceMatch(held: card.levels, standard: vacancy.standard)
        return match.unmeasured.isEmpty ? match.gaps.map(\.competence) : nil
    }

    /// Gates depend on the card's levels and the vacancy's standard, which their agencies edit after the decree too.
    mutating func refreshGates(linked link: Link) throws {
        for offer in try offers(linked: link) where offer.closed == nil {
            try refreshGates(of: offer)
        }
    }

    mutating func refreshGates(of offer: Offer) throws {
        guard var transfer = try transfer(of: offer), transfer.started == nil, transfer.ended == nil else { return }
        transfer.openGates = try gates(of: transfer)
        try store(transfer)
    }

    /// A visible transfer that is neither started nor ended.
    private func preparedTransfer() throws -> Transfer {
        let transfer = try read(try visible(operation.record, .transfer), Transfer.init)
        guard transfer.started == nil, transfer.ended == nil else {
            throw Refusal(.wrongState, [("state", .string(transfer.state.rawValue))])
        }
        return transfer
    }

    /// A visible, started transfer for good whose file is still on its way.
    private func movedTransfer() throws -> Transfer {
        let transfer = try read(try visible(operation.record, .transfer), Transfer.init)
        guard transfer.started != nil, transfer.ended == nil, transfer.effect == .definitive else {
            throw Refusal(.wrongState, [("state", .string(transfer.state.rawValue))])
        }
        return transfer
    }
}

extension Transfer {
    /// Whether the receiving registry has said that the file lacks something.
    public var isFileIncomplete: Bool {
        guard let received, let json = try? JSON(parsing: received.value) else { return false }
        return json["complete"]?.boolean == false
    }
}
