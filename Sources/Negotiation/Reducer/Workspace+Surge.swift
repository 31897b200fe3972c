import StrictJSON

/// Rushes at counters: declared and ended by the agency that has them. The people come by secondment, for vacancies that name the
/// surge in their group `surge`.
extension Workspace {
    mutating func declareSurge() throws {
        let surge = try Surge(id: operation.record, agency: author, said: Attested(operation, at: position))
        try store(surge)
    }

    mutating func endSurge() throws {
        var surge = try read(try visible(operation.record, .surge), Surge.init)
        guard surge.agency == author else { throw Refusal.notAllowed(surge.agency.text) }
        guard surge.ended == nil else { throw Refusal(.alreadyDone) }
        surge.ended = Ending(position: position, reason: "over")
        try store(surge)
    }

    private mutating func store(_ surge: Surge) throws {
        try put(surge.id, .surge, .of([surge.agency, region().desk]), surge.body)
    }
}
