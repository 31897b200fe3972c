import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// Requests, the standby list, rounds.
extension Walk {
    mutating func listMove() throws -> Move? {
        switch dice.roll(9) {
        case 0...2: try requestMove()
        case 3...5: try standbyMove()
        default: try roundMove()
        }
    }

    private mutating func requestMove() throws -> Move? {
        let open = picture.requests.all.filter { $0.ended == nil }
        let date = try today().iso
        if open.count < 4,
            let card = dice.pick(picture.cards.all.filter { $0.ended == nil && !keptCards.contains($0.id) })
        {
            let to = dice.happens(50) ? #","to":"\#(dice.one(of: agencies))""# : ""
            let route = dice.one(of: [town.move, town.loan])
            return Move(
                dice.happens(70) ? node(card.agency) : "bkd", .requestFile, about: card.id,
                #"{"request":{"card":"\#(card.id)","route":"\#(route)","wishes":{"posts":["p1"]}\#(to),"letter":{"date":"\#(date)"}}}"#
            )
        }
        guard let request = dice.pick(open) else { return nil }
        if dice.happens(15) { return Move(node(request.home), .requestWithdraw, on: request.id, "{}") }
        let party = dice.one(of: request.asked + [try #require(AgencyCode("bkd"))])
        let words = request.words(of: party, desk: try #require(AgencyCode("bkd")))
        return Move(
            node(party), .requestAnswer, on: request.id,
            #"{"says":"\#(dice.one(of: words).rawValue)","date":"\#(date)","reason":\#(Self.attachment)}"#)
    }

    private mutating func standbyMove() throws -> Move? {
        let open = picture.standbys.all.filter { $0.ended == nil }
        let held = Set(picture.offers.all.filter(\.isHolding).map(\.card))
        if open.count < 3 {
            let cards = picture.cards.all.filter { card in
                card.ended == nil && !keptCards.contains(card.id) && !held.contains(card.id)
            }
            guard let card = dice.pick(cards), let policy = picture.policies.all.last else { return nil }
            return Move(
                card.agency.text, .standbyPost, about: card.id,
                #"{"standby":{"card":"\#(card.id)","route":"\#(town.loan)","months":[1,2,3,4,5,6,7,8,9,10,11,12],"days":\#(20 + dice.roll(20)),"sheet":\#(Town.sheet(policy: policy.version))}}"#
            )
        }
        guard let standby = dice.pick(open) else { return nil }
        if dice.happens(20) { return Move(node(standby.home), .standbyWithdraw, on: standby.id, "{}") }
        let vacancies = picture.vacancies.all.filter {
            $0.ended == nil && $0.route == town.loan && $0.seatsFree > 0 && $0.mode == "first"
        }
        guard let vacancy = dice.pick(vacancies) else { return nil }
        func paper(_ number: String) throws -> String {
            #""number":"\#(number)/\#(decisions.count)","date":"\#(try today().iso)","signer":"K","standing":"definitif""#
        }
        let opinions = dice.happens(85) ? #","opinions":[{"type":"\#(town.head)",\#(try paper("P"))}]"# : ""
        let start = dice.roll(5)
        return Move(
            "bkd", .standbyCall, on: standby.id,
            #"{"call":{"vacancy":"\#(vacancy.id)","start":"\#(try date(start))","return":"\#(try date(start + 5 + dice.roll(30)))",\#(try paper("S"))\#(opinions)}}"#
        )
    }

    private mutating func roundMove() throws -> Move? {
        guard let round = dice.pick(picture.rounds.all.filter { $0.ended == nil }) else {
            return Move("bkd", .roundOpen, Town.roundBody())
        }
        let listed = Set(round.offers)
        let free = picture.offers.all.filter { $0.closed == nil && !listed.contains($0.id) }
        let line = dice.pick(round.lines)
        switch dice.roll(12) {
        case 0:
            return Move("bkd", .roundClose, on: round.id, #"{"results":[{"code":"loket","after":\#(dice.roll(9))}]}"#)
        case 1, 2:
            let lines = round.frozen { picture.offers[$0] }
            return Move(
                "bkd", .roundFreeze, on: round.id,
                #"{"to":"TPK","hash":"\#(String(repeating: "a", count: 64))","lines":\#(String(decoding: Round.bytes(of: lines), as: UTF8.self))}"#
            )
        case 3...5:
            guard let line else { return nil }
            let was = line.offer.map { #","was":"\#($0)""# } ?? ""
            let now = dice.happens(70) ? dice.pick(free).map { #","now":"\#($0.id)""# } ?? "" : ""
            return Move(
                "bkd", .roundChange, on: round.id,
                #"{"line":\#(line.number),"reason":\#(Self.attachment)\#(was)\#(now)}"#)
        case 6, 7:
            guard let change = dice.pick(round.changes) else { return nil }
            return Move(
                "bkd", .roundUndo, on: round.id, #"{"change":\#(change.number),"reason":\#(Self.attachment)}"#)
        default:
            let remove =
                dice.happens(20) ? line.map { #"{"line":\#($0.number),"reason":\#(Self.attachment)}"# } ?? "" : ""
            let add = dice.pick(free).map { "\"\($0.id)\"" } ?? ""
            return Move("bkd", .roundList, on: round.id, #"{"add":[\#(add)],"remove":[\#(remove)]}"#)
        }
    }
}
