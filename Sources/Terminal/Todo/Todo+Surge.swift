import Negotiation

/// Rushes whose seats are not all taken: the desk calls people for them.
extension Todo {
    public func lines(of surge: Surge) -> [TodoLine] {
        guard surge.ended == nil, let desk, let today = records.today, today <= surge.until,
            records.vacancies(for: surge).contains(where: { $0.ended == nil && $0.seatsFree > 0 })
        else { return [] }
        return [
            TodoLine(
                .callPeople, surge.id, who: desk, until: surge.until,
                command: "\(program(desk)) surge people \(records.shown(surge.id))")
        ]
    }
}
