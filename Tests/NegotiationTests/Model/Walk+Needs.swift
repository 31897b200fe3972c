import Personnel
import Testing

@testable import Negotiation

/// Needs and surges.
extension Walk {
    mutating func needMove() throws -> Move? {
        let agency = dice.one(of: agencies)
        switch dice.roll(2) {
        case 0:
            let ahead =
                dice.happens(50)
                ? #"[{"post":"p1","months":[{"month":"2027-0\#(1 + dice.roll(9))","retirement":1}]}]"# : nil
            return Move(
                agency, .needPublish, on: try town.region,
                Town.needBody(unit: "u\(dice.roll(3))", need: dice.roll(6), holders: dice.roll(4), forecast: ahead))
        default:
            let open = picture.surges.all.filter { $0.ended == nil }
            if open.count >= 3 || dice.happens(30), let surge = dice.pick(open) {
                return Move(node(surge.agency), .surgeEnd, on: surge.id, "{}")
            }
            let day = try today()
            return Move(
                agency, .surgeDeclare,
                Town.surgeBody(people: 1 + dice.roll(5), from: day.iso, until: day.adding(days: dice.roll(60)).iso))
        }
    }
}
