import Negotiation

/// Conflicts to resolve, and vacancies that nobody was offered for.
extension Todo {
    /// Whoever may see a conflict may resolve it; the edited record's agency when that is at hand.
    public func lines(of conflict: Conflict) -> [TodoLine] {
        guard conflict.ended == nil else { return [] }
        let owner = records.vacancy(conflict.record)?.agency ?? records.card(conflict.record)?.agency ?? own
        return [
            TodoLine(
                .resolveConflict, conflict.id, who: owner, subject: conflict.groups.joined(separator: ", "),
                command: "\(program(owner)) conflict show \(records.shown(conflict.id))")
        ]
    }

    /// Its ranking; beside that only the agency's own: whether another's vacancy has offers cannot be seen.
    public func lines(of vacancy: Vacancy) -> [TodoLine] {
        if let ranking = ranking(of: vacancy) { return [ranking] }
        guard vacancy.ended == nil, vacancy.agency == own, vacancy.seatsFree > 0, vacancy.reorganised == nil
        else { return [] }
        guard !records.offers.contains(where: { $0.vacancy == vacancy.id && $0.isOpen }) else { return [] }
        return [
            TodoLine(
                .findPerson, vacancy.id, who: own, until: vacancy.openUntil,
                command: "\(program(own)) card list --pool")
        ]
    }
}
