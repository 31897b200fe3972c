import Negotiation
import NodeKit
import StrictJSON

/// Vacancies and the conflicts about them.
extension Operator {
    mutating func vacancyMove() throws -> Move? {
        let own = try reader.records(linked: .open(.vacancy)).compactMap { record in
            (try? Vacancy(record)).map { (vacancy: $0, revision: record.revision) }
        }.filter { $0.vacancy.agency == agency }
        if own.isEmpty || own.count < 3 && dice.chance(perMille: 250) {
            return Move(.vacancyOpen, newVacancy(try freed()))
        }
        guard let (vacancy, revision) = pick(own) else { return nil }
        if dice.chance(perMille: 80) {
            return Move(.vacancyWithdraw, on: vacancy.id, #"{"reason":"batal"}"#)
        }
        let (group, now) = newGroup()
        let seen = dice.chance(perMille: 900) ? vacancy.group(group) : nil
        return Move(.vacancyEdit, on: vacancy.id, edit(group, was: seen, now: now, revision: revision))
    }

    mutating func newVacancy(_ more: String = "") -> String {
        let seats = dice.chance(perMille: 650) ? 1 : 2 + dice.below(2)
        let route = dice.pick(SimulatedPolicy.routes)
        let mode = dice.pick(SimulatedPolicy.modes)
        // A selection closes; one without a closing date is refused.
        let closes = dice.chance(perMille: mode == "selection" ? 900 : 250)
        let until = closes ? #","openUntil":"\#(date(2 + dice.below(20)))""# : ""
        return
            #"{"vacancy":{"place":{"post":{"id":"p1","name":"Operator"},"unit":{"id":"u1","name":"Loket"}},"standard":{"levels":{"layanan":3,"izin":3}},"kind":{"route":"\#(route)"\#(until)},"seats":{"count":\#(seats)},"need":{"need":9,"holders":3},"mode":{"mode":"\#(mode)"}\#(more)}}"#
    }

    private mutating func newGroup() -> (name: String, value: String) {
        switch dice.below(6) {
        case 0, 1: ("seats", #"{"count":\#(dice.below(4))}"#)
        case 2, 3: ("need", #"{"need":\#(9 + dice.below(3)),"holders":3}"#)
        case 4: ("standard", #"{"levels":{"layanan":\#(2 + dice.below(2)),"izin":3}}"#)
        default: ("note", #"{"text":"\#(dice.below(3))"}"#)
        }
    }

    mutating func conflictMove() throws -> Move? {
        let open = try reader.records(linked: .open(.conflict)).compactMap { try? Conflict($0) }
        guard let conflict = pick(open), isRegistry || conflict.subject != .card else { return nil }
        switch dice.below(3) {
        case 0: return Move(.conflictResolve, on: conflict.id, #"{"choice":"mine"}"#)
        case 1: return Move(.conflictResolve, on: conflict.id, #"{"choice":"theirs"}"#)
        default:
            let group = conflict.groups.first ?? ""
            let now = group == "seats" ? #"{"count":3}"# : #"{"text":"anew"}"#
            return Move(.conflictResolve, on: conflict.id, #"{"choice":"anew","now":{"\#(group)":\#(now)}}"#)
        }
    }
}
