import Personnel
import StrictJSON

/// Rounds: the personnel agency's list, entered, frozen at each hand-over, changed and taken back by line number.
extension Workspace {
    mutating func openRound() throws {
        let json = try body.requiredObject("round")
        let texts = try json.requiredObject("aspects")
        let missing = Round.Aspect.allCases.map(\.rawValue).filter { texts[$0] == nil }
        guard missing.isEmpty else { throw Refusal(.incomplete, [("missing", .array(missing.map(JSONValue.string)))]) }
        try store(
            try Round(id: operation.record, day: region().day, said: Attested(operation, at: position), reading: json))
    }

    /// Enters offers on new lines, and strikes lines with a reason.
    mutating func listRound() throws {
        var round = try openedRound()
        let added = try (body.optionalArray("add", maxCount: Round.lineLimit) ?? []).map { try $0.asRecordID() }
        let removed = try body.optionalArray("remove", maxCount: Round.lineLimit) ?? []
        guard !added.isEmpty || !removed.isEmpty else {
            throw BodyError(path: "/body", expected: "offers to add or lines to remove")
        }
        for line in removed {
            let number = try line.requiredInteger("line", in: 1...Round.lineLimit)
            let reason = try line.requiredObject("reason").requiredAttachment()
            try change(&round, line: number, to: nil, reason: reason, ordered: nil)
        }
        guard round.lines.count + added.count <= Round.lineLimit else {
            throw Refusal(.limit, [("limit", .integer(Round.lineLimit))])
        }
        for offer in added {
            try checkListable(offer, round)
            round.lines.append(Round.Line(number: round.lines.count + 1, offer: offer, day: try region().day))
        }
        try store(round)
    }

    /// Keeps the list as it is handed over. The author's list has to be the one that stands here.
    mutating func freezeRound() throws {
        var round = try openedRound()
        let to = try body.requiredString("to", maxBytes: 200)
        let hash = try body.requiredHash("hash")
        let lines = try body.requiredArray("lines", maxCount: Round.lineLimit).map(Round.FrozenLine.init(reading:))
        let current = try round.frozen { try linked($0, .offer, Offer.init) }
        guard lines == current else {
            throw Refusal(.wrongState, [("state", "list-moved-on"), ("lines", .array(current.map(\.json)))])
        }
        guard !lines.isEmpty else { throw Refusal(.wrongState, [("state", "empty-list")]) }
        guard round.versions.count < Round.versionLimit else {
            throw Refusal(.limit, [("limit", .integer(Round.versionLimit))])
        }
        round.versions.append(
            Round.Version(
                number: round.versions.count + 1, to: to, hash: hash, day: try region().day,
                stamp: EntryStamp(operation, at: position), lines: lines))
        try store(round)
    }

    mutating func changeRound() throws {
        var round = try openedRound()
        let number = try body.requiredInteger("line", in: 1...Round.lineLimit)
        let was = try body.optionalRecordID("was")
        let now = try body.optionalRecordID("now")
        guard was != now else { throw Refusal(.alreadyDone) }
        guard let line = round.line(number) else { throw Refusal.notFound }
        guard line.offer == was else { throw Self.lineChanged(line) }
        try change(
            &round, line: number, to: now, reason: try body.requiredObject("reason").requiredAttachment(),
            ordered: try body.optionalString("ordered", maxBytes: 200))
        try store(round)
    }

    /// Puts a line back as it was before a change, while nothing else has become of it since.
    mutating func undoChange() throws {
        var round = try openedRound()
        let number = try body.requiredInteger("change", in: 1...Round.changeLimit)
        let reason = try body.requiredObject("reason").requiredAttachment()
        guard let index = round.changes.firstIndex(where: { $0.number == number }),
            let place = round.lines.firstIndex(where: { $0.number == round.changes[index].line })
        else { throw Refusal.notFound }
        let change = round.changes[index]
        guard change.undone == nil else { throw Refusal(.alreadyDone) }
        let isLast = !round.changes.contains { $0.line == change.line && $0.undone == nil && $0.number > number }
        guard isLast, round.lines[place].offer == change.now else { throw Self.lineChanged(round.lines[place]) }
        if let was = change.was {
            try checkListable(was, round)
        }
        round.lines[place].offer = change.was
        round.changes[index].undone = Round.Undoing(
            reason: reason, day: try region().day, stamp: EntryStamp(operation, at: position))
        try store(round)
    }

    /// Ends it, with what its goals have come to.
    mutating func closeRound() throws {
        var round = try openedRound()
        for result in try body.optionalArray("results", maxCount: Round.goalLimit) ?? [] {
            let code = try result.requiredString("code", maxBytes: Route.codeLimit)
            guard round.goals.contains(where: { $0.code.utf8.elementsEqual(code.utf8) }) else {
                throw BodyError(
                    path: result.path + "/code", expected: round.goals.map(\.code).joined(separator: ", "))
            }
            round.results[code] = try result.requiredInteger("after", in: Round.Goal.numbers)
        }
        round.ended = Ending(position: position, reason: "closed")
        try store(round)
    }

    private func change(
        _ round: inout Round, line number: Int, to now: RecordID?, reason: String, ordered: String?
    ) throws {
        guard let place = round.lines.firstIndex(where: { $0.number == number }) else { throw Refusal.notFound }
        let was = round.lines[place].offer
        guard was != now else { throw Refusal(.alreadyDone) }
        guard round.changes.count < Round.changeLimit else {
            throw Refusal(.limit, [("limit", .integer(Round.changeLimit))])
        }
        if let now {
            try checkListable(now, round)
        }
        round.lines[place].offer = now
        round.changes.append(
            Round.Change(
                number: round.changes.count + 1, line: number, was: was, now: now, reason: reason, ordered: ordered,
                day: try region().day, stamp: EntryStamp(operation, at: position)))
    }

    /// An offer that is not closed and stands on no line of an open round.
    private func checkListable(_ id: RecordID, _ round: Round) throws {
        let offer = try read(try visible(id, .offer), Offer.init)
        guard offer.closed == nil else {
            throw Refusal(.wrongState, [("state", "closed"), ("offer", .string(id.text))])
        }
        let others = try records(linked: .open(.round)).filter { $0.id != round.id }.map { try read($0, Round.init) }
        if let holder = ([round] + others).first(where: { $0.offers.contains(id) }) {
            throw Refusal(.exists, [("round", .string(holder.id.text)), ("offer", .string(id.text))])
        }
    }

    private func openedRound() throws -> Round {
        let round = try read(try visible(operation.record, .round), Round.init)
        guard round.ended == nil else { throw Refusal(.wrongState, [("state", "closed")]) }
        return round
    }

    private static func lineChanged(_ line: Round.Line) -> Refusal {
        Refusal(
            .wrongState,
            [
                ("state", "line-changed"), ("line", .integer(line.number)), ("now", .optional(line.offer?.text)),
            ])
    }

    private mutating func store(_ round: Round) throws {
        try put(round.id, .round, .of([region().desk]), round.body)
    }
}
