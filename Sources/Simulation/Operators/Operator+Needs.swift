import Negotiation
import NodeKit
import Personnel

/// What an agency tells of its units, and of rushes at its counters.
extension Operator {
    mutating func needMove() throws -> Move? {
        switch dice.below(2) {
        case 0 where isRegistry: try publication()
        default: try surgeMove()
        }
    }

    private mutating func publication() throws -> Move? {
        guard let region = try reader.records(linked: .kind(.region)).first else { return nil }
        let need = dice.below(6)
        let rush = dice.chance(perMille: 100) ? #""rush":true,"# : ""
        let month = today.adding(days: 60).iso.prefix(7)
        return Move(
            .needPublish, on: region.id,
            #"{"need":{"unit":{"id":"u\#(dice.below(3))","name":"Loket"},\#(rush)"posts":[{"post":{"id":"p1","name":"Petugas","kind":"pelaksana"},"need":\#(need),"holders":\#(dice.below(5))}]},"forecast":[{"post":"p1","months":[{"month":"\#(month)","retirement":1}]}]}"#
        )
    }

    private mutating func surgeMove() throws -> Move? {
        let own = try reader.records(linked: .open(.surge)).compactMap { try? Surge($0) }.filter { $0.agency == agency }
        if own.count > 1 || dice.chance(perMille: 300), let surge = pick(own) {
            return Move(.surgeEnd, on: surge.id, "{}")
        }
        let reason = reason()
        return Move(
            .surgeDeclare,
            #"{"surge":{"unit":{"id":"u1","name":"Loket"},"service":"SKCK","people":\#(1 + dice.below(4)),"from":"\#(date(0))","until":"\#(date(dice.below(40)))","basis":"head","reason":\#(reason.json)}}"#,
            attachments: [reason.attachment])
    }
}
