import StrictJSON

/// What of others a start waits for: whoever leaves the seat, the conditions of the terms, and the package.
///
/// Gates stand in the transfer, so each change that closes or opens one of them refreshes the transfers that it may concern.
extension Workspace {
    func gatesOfOthers(_ transfer: Transfer) throws -> [String] {
        let offer = try linked(transfer.offer, .offer, Offer.init)
        let package = try offer.package.map { try linked($0, .package, Package.init) }
        let together = try package.map { $0.isRunning ? try members(of: $0) : [] } ?? []
        var gates: [String] = []
        if try !isLeft(linked(transfer.vacancy, .vacancy, Vacancy.init), with: together) {
            gates.append("freed")
        }
        for condition in offer.terms.conditions where !gates.contains(condition.gate) {
            if try !isMet(condition, of: offer, with: together) {
                gates.append(condition.gate)
            }
        }
        if let package, package.ended == nil, package.stopped != nil {
            gates.append("package")
        }
        return gates
    }

    /// The terms' conditions can be read, and what they name is there for the author.
    func checkConditions(_ value: JSON) throws {
        for json in try value.optionalArray("after", maxCount: Condition.limit) ?? [] {
            switch try Condition(reading: json) {
            case .vacancy(let id): _ = try visible(id, .vacancy)
            case .transfer(let id): _ = try visible(id, .transfer)
            case .training, .replacement: break
            }
        }
        _ = try value.optionalInteger("partTime", in: 1...99)
    }

    /// Refreshes what waits for a started transfer, or for the seat that its person left.
    mutating func refreshWaiting(for transfer: Transfer) throws {
        try refreshGates(linked: Link("after", transfer.id.text))
        for record in try records(linked: Link("freed", transfer.card.text)) {
            try refreshGates(linked: Link("vacancy", record.id.text))
        }
    }

    /// Refreshes what waits for a vacancy to be filled, or for the replacement of whoever leaves it.
    mutating func refreshWaiting(for vacancy: Vacancy) throws {
        try refreshGates(linked: Link("after", vacancy.id.text))
        if let card = vacancy.freedBy {
            try refreshGates(linked: Link("card", card.text))
        }
    }

    /// A seat is left by an own card that is still there and leaves no other; while an offer holds it, nothing of this changes,
    /// except that a seat is free by itself once its card has ended.
    func checkFreed(_ vacancy: Vacancy, was: Vacancy?) throws {
        guard vacancy.freedBy != was?.freedBy else { return }
        if let was, was.taken > 0 {
            let isGone = try was.freedBy.map { try linked($0, .card, Card.init).ended != nil } ?? false
            guard vacancy.freedBy == nil, isGone else {
                throw Refusal(.seatsHeld, [("taken", .integer(was.taken))])
            }
        }
        guard let id = vacancy.freedBy else { return }
        let card = try card(id)
        guard card.agency == vacancy.agency else { throw Refusal.notAllowed(card.agency.text) }
        guard card.ended == nil else { throw Refusal(.cardClosed) }
        for record in try records(linked: Link("freed", id.text)) where record.id != vacancy.id {
            let other = try read(record, Vacancy.init)
            if other.ended == nil || other.filled > 0 {
                throw Refusal(
                    .exists, record.audience.includes(author) ? [("vacancy", .string(other.id.text))] : [])
            }
        }
    }

    /// Whether the card's person has started a move for good.
    func hasMoved(_ card: RecordID) throws -> Bool {
        try records(linked: Link("card", card.text)).contains { record in
            guard record.kind == .transfer else { return false }
            let transfer = try read(record, Transfer.init)
            return transfer.effect == .definitive && transfer.started != nil
        }
    }

    func isForGood(_ offer: Offer) throws -> Bool {
        try route(of: offer).0.assignment == .definitive
    }

    /// Whether nobody sits in the seat any more, or whoever does leaves it in the same moment.
    private func isLeft(_ vacancy: Vacancy, with together: [Offer]) throws -> Bool {
        guard let card = vacancy.leavingCard else { return true }
        return try together.contains { try $0.card == card && isForGood($0) } || hasMoved(card)
    }

    private func isMet(_ condition: Condition, of offer: Offer, with together: [Offer]) throws -> Bool {
        switch condition {
        case .vacancy(let id):
            // Terms of an earlier version may name anything: what was never checked is no condition.
            guard let record = try record(id), record.kind == .vacancy else { return true }
            let vacancy = try read(record, Vacancy.init)
            return vacancy.filled >= vacancy.seats
        case .transfer(let id):
            guard let record = try record(id), record.kind == .transfer else { return true }
            return try read(record, Transfer.init).started != nil
        case .training:
            let trainings = try trainings(of: offer.id)
            return !trainings.isEmpty && trainings.allSatisfy { $0.confirmed != nil }
        case .replacement:
            return try records(linked: Link("freed", offer.card.text)).contains { record in
                try read(record, Vacancy.init).filled > 0 || together.contains { $0.vacancy == record.id }
            }
        }
    }
}
