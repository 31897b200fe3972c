import Personnel
import StrictJSON

/// On behalf: what stands in an agency's signed letter is that agency's word, recorded by the personnel agency.
extension Workspace {
    /// Decides the wrapped operation as the agency's own and tells the agency of it.
    mutating func recordOnBehalf() throws -> Outcome {
        let behalf = try Behalf(reading: operation)
        guard behalf.agency != author else {
            throw BodyError(path: "/body/agency", expected: "another agency: what is its own the desk records itself")
        }
        guard let agency = try agency(behalf.agency)?.agency else {
            throw BodyError(path: "/body/agency", expected: "an agency of the region")
        }
        try checkPast(behalf.letter.date, "/body/letter/date")
        var inner = behalf.operation
        inner.entered = operation.entered
        let node = agency.registry?.id ?? context.author.node
        let outcome = try decide(inner, by: Author(agency: behalf.agency, node: node))
        try notify(
            .onBehalf, of: behalf.agency, record: operation.record, operation: operation.id,
            detail: [("kind", .string(behalf.kind.rawValue))] + behalf.letter.members)
        return outcome
    }

    /// Refuses a word that is older than the one that stands: of two letters on the same terms the later date counts, and a word
    /// that an agency sent before it knew the letter which stands for it does not undo that letter.
    ///
    /// An agency's own word has no date but its position. A letter is surely older than it when it is dated before the terms came
    /// up, or, when the word came today, before today; else it counts, since the personnel agency has it before it now and the
    /// agency can speak again.
    func checkLetter(beside offer: Offer, _ sides: [Side]) throws {
        for stance in sides.compactMap(offer.stance) where stance.says != .silent {
            if let letter = operation.letter {
                if let standing = stance.letter {
                    guard letter.date >= standing.date else { throw Refusal.staleLetter(stance) }
                } else {
                    let isOfToday = try stance.position >= dayPosition()
                    let earliest = isOfToday ? try region().day : offer.terms.day
                    guard letter.date >= earliest else { throw Refusal.staleLetter(stance) }
                }
            } else if stance.letter != nil, context.reach[author, default: 0] < stance.position {
                throw Refusal.staleLetter(stance)
            }
        }
    }

    /// Whether the operation says again what stands, by a letter of a later date: then that date counts from now on.
    func isLaterLetter(beside stance: Stance?) -> Bool {
        guard let letter = operation.letter, let standing = stance?.letter else { return false }
        return letter.date > standing.date
    }

    /// Journal position at which today came.
    private func dayPosition() throws -> Int {
        try records(linked: .kind(.region)).first?.changed ?? 0
    }

    /// What a letter's agreement says of the rules that home answers from staff data: somebody has to look at the paper.
    func sheetOnPaper(_ route: Route, _ policy: Policy) -> (bytes: [UInt8], results: [RuleResult]) {
        let results = route.homeRules.map { RuleResult.onPaper($0, policy.personnel) }
        return (JSONValue.array(results.map(\.json)).encoded, results)
    }
}

extension Refusal {
    /// The word that stands: its letter, or the position at which the agency said it itself.
    fileprivate static func staleLetter(_ standing: Stance) -> Refusal {
        let source = standing.letter?.members ?? [("position", .integer(standing.position))]
        return Refusal(.staleLetter, [("says", .string(standing.says.rawValue))] + source)
    }
}
