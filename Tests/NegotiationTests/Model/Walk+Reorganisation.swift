import Personnel
import StrictJSON

@testable import Negotiation

extension Walk {
    /// Another agency than the card's says that the person stands in its file too.
    mutating func contestMove() throws -> Move? {
        let tagged = (0..<Self.people).filter {
            PersonKey(hash: Town.hash($0)).map { picture.claims[$0.personTag] != nil } ?? false
        }
        guard let person = dice.pick(tagged), let key = PersonKey(hash: Town.hash(person)),
            let card = picture.claims[key.personTag].flatMap({ picture.cards[$0] })
        else { return nil }
        let others = agencies.filter { $0 != card.agency.text }
        return Move(
            dice.one(of: others), .cardContest, on: try town.region, #"{"person":"\#(Town.hash(person))"}"#)
    }

    /// The one unit of all vacancies goes over, sometimes with posts; an agency that nobody works for ends.
    mutating func reorganisationMove() throws -> Move? {
        let planned = picture.reorganisations.all.filter { $0.state == .planned || $0.state == .stopped }
        if dice.happens(50), let act = dice.pick(planned) {
            return Move("bkd", .reorganisationWithdraw, on: act.id, "{}")
        }
        let day = try today().iso
        let from = dice.one(of: agencies)
        let to = dice.one(of: agencies.filter { $0 != from })
        let posts =
            dice.happens(40)
            ? #","posts":[{"post":{"id":"p1","name":"Operator"},"seats":\#(1 + dice.roll(2))}]"# : ""
        let route = posts.isEmpty ? "" : #","route":"\#(town.heard)""#
        let idle = picture.agencies.all.filter { $0.nodes.isEmpty && $0.closing == nil }
        let closes = dice.happens(30) ? dice.pick(idle).map { #","closes":["\#($0.code)"]"# } ?? "" : ""
        // Some are recorded ahead of their day.
        let counts = dice.happens(50) ? try today().adding(days: 1 + dice.roll(20)).iso : day
        return Move(
            "bkd", .reorganisationApply,
            #"{"reorganisation":{"number":"P-\#(decisions.count)","date":"\#(day)","from":"\#(counts)"\#(route),"units":[{"unit":"u1","name":"Loket","from":"\#(from)","to":"\#(to)"\#(posts)}]\#(closes)}}"#
        )
    }
}
