import Personnel
import StrictJSON

/// A secondment between its start and its return: extended by both parties, ended early by one, noted by the receiver.
extension Workspace {
    /// One party asks for a later return, the other asks for the same and it counts; or the personnel agency decides, by the number
    /// and date of its letter.
    mutating func extendSecondment() throws {
        var (transfer, sides) = try runningSecondment()
        let policy = try policy(transfer.policy)
        guard let returns = transfer.returns, let limit = policy.route(transfer.route)?.extension else {
            throw Refusal(.unsupported, [("route", .string(transfer.route))])
        }
        guard transfer.extensions.count < limit.times else {
            throw Refusal(.limit, [("limit", .integer(limit.times))])
        }
        let wanted = try body.requiredDate("return")
        let latest = returns.adding(days: limit.days)
        guard wanted > returns else {
            throw BodyError(path: "/body/return", expected: "a date after \(returns.iso)")
        }
        guard wanted <= latest else {
            throw Refusal(
                .limit,
                [
                    ("limit", .integer(limit.days)), ("days", .integer(returns.days(until: wanted))),
                    ("until", .string(latest.iso)),
                ])
        }
        var said = Attested(operation, at: position)
        if sides.isEmpty {
            _ = try body.requiredString("number", maxBytes: 100)
            try checkPast("date")
            said = Attested(operation, at: position)
        } else if let asked = transfer.asked, asked.returns == wanted, sides != [asked.by] {
            // The other party's word makes it count.
        } else if sides.count == 1 {
            guard transfer.asked?.returns != wanted || transfer.asked?.by != sides[0] else {
                throw Refusal(.alreadyDone)
            }
            transfer.asked = Transfer.Extension(returns: wanted, by: sides[0], said: said)
            try store(transfer)
            return
        }
        transfer.returns = wanted
        transfer.asked = nil
        transfer.extensions.append(said)
        try store(transfer)
    }

    /// Either party, or the personnel agency, ends a secondment before its time: on a day to come it returns by itself then.
    mutating func recallSecondment() throws {
        var (transfer, _) = try runningSecondment()
        guard let returns = transfer.returns, let start = transfer.startDate else {
            throw Refusal(.wrongState, [("state", .string(transfer.state.rawValue))])
        }
        let date = try body.requiredDate("date")
        guard date > start, date < returns else {
            throw BodyError(path: "/body/date", expected: "a date after \(start.iso) and before \(returns.iso)")
        }
        try body.checkAttachment(ifAny: "reason")
        transfer.returns = date
        transfer.asked = nil
        transfer.recalled = Attested(operation, at: position)
        try store(transfer)
        if try date <= region().day {
            try endSecondment(transfer)
        }
    }

    /// The receiving agency says how the person did; the last word counts.
    mutating func notePerformance() throws {
        var transfer = try read(try visible(operation.record, .transfer), Transfer.init)
        guard transfer.effect == .second, transfer.started != nil else {
            throw Refusal(.wrongState, [("state", .string(transfer.state.rawValue))])
        }
        guard transfer.receiving == author else { throw Refusal.notAllowed(transfer.receiving.text) }
        _ = try body.requiredObject("note").requiredAttachment()
        transfer.performance = Attested(operation, at: position)
        try store(transfer)
    }

    /// The return: the seat is free again, and the offer is closed.
    mutating func endSecondment(_ running: Transfer) throws {
        var transfer = running
        transfer.ended = Ending(position: position, reason: "returned")
        try store(transfer)
        var vacancy = try linked(transfer.vacancy, .vacancy, Vacancy.init)
        vacancy.filled = max(0, vacancy.filled - 1)
        try store(vacancy)
        try refreshWaiting(for: vacancy)
        try close(transfer.offer, reason: "returned")
    }

    /// A visible secondment that is under way, and the parties for which the author speaks; none at the desk.
    private func runningSecondment() throws -> (Transfer, [Side]) {
        let transfer = try read(try visible(operation.record, .transfer), Transfer.init)
        guard transfer.isSecondmentUnderWay else {
            throw Refusal(.wrongState, [("state", .string(transfer.state.rawValue))])
        }
        let sides = Side.allCases.filter { transfer.agency($0) == author }
        guard try !sides.isEmpty || author == region().desk else { throw Refusal.notAllowed("parties") }
        return (transfer, sides)
    }
}
