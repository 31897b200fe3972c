import Negotiation
import NodeKit
import Personnel
import SyncProtocol

/// What the person asks for or says, and who stands by to be lent: recorded by home, or by the desk from a letter.
extension Operator {
    mutating func personMove() throws -> Move? {
        switch dice.below(5) {
        case 0: try requestMove()
        case 1: try standbyMove()
        case 2 where isRegistry: try checkMove()
        case 3: try needMove()
        default: try wordMove()
        }
    }

    private mutating func requestMove() throws -> Move? {
        let open = try reader.records(linked: .open(.request)).compactMap { try? Request($0) }
        if dice.chance(perMille: 500), let request = pick(open) {
            if request.home == agency, dice.chance(perMille: 150) {
                return Move(.requestWithdraw, on: request.id, "{}")
            }
            let words = ["support", "accept", "refuse"]
            let reason = reason()
            return Move(
                .requestAnswer, on: request.id,
                #"{"says":"\#(dice.pick(words))","date":"\#(today.iso)","reason":\#(reason.json)}"#,
                attachments: [reason.attachment])
        }
        guard let card = try shownCard() else { return nil }
        let to = dice.chance(perMille: 400) ? #","to":"\#(dice.pick(agencies))""# : ""
        return Move(
            .requestFile,
            #"{"request":{"card":"\#(card.id)","route":"\#(dice.pick(SimulatedPolicy.routes))","wishes":{"posts":["p1"]}\#(to),"letter":{"date":"\#(today.iso)"}}}"#
        )
    }

    private mutating func standbyMove() throws -> Move? {
        let open = try reader.records(linked: .open(.standby)).compactMap { try? Standby($0) }
        if isDesk {
            guard let standby = pick(open),
                let vacancy = pick(
                    try reader.records(linked: .open(.vacancy)).compactMap { try? Vacancy($0) }
                        .filter { $0.route == standby.route && $0.seatsFree > 0 })
            else { return nil }
            let paper =
                #""number":"ST-\#(dice.below(1_000_000))","date":"\#(today.iso)","signer":"K","standing":"definitif""#
            let opinion = paper.replacing("ST-", with: "P-")
            // What nobody published is decided with a reason.
            let reason = dice.chance(perMille: 800) ? reason() : nil
            let why = reason.map { #","reason":\#($0.json)"# } ?? ""
            return Move(
                .standbyCall, on: standby.id,
                #"{"call":{"vacancy":"\#(vacancy.id)","start":"\#(date(dice.below(3)))","return":"\#(date(5 + dice.below(20)))",\#(paper),"opinions":[{"type":"kepala",\#(opinion)}]\#(why)}}"#,
                attachments: reason.map { [$0.attachment] } ?? [])
        }
        if let own = pick(open.filter { $0.home == agency }), dice.chance(perMille: 200) {
            return Move(.standbyWithdraw, on: own.id, "{}")
        }
        guard isRegistry, let card = try shownCard(), let policy = try records(.policy, policies.policy).last else {
            return nil
        }
        let place =
            dice.chance(perMille: 600)
            ? #","place":{"post":{"id":"p1","name":"Petugas"},"unit":{"id":"u\#(dice.below(3))","name":"Loket"}}"# : ""
        return Move(
            .standbyPost,
            #"{"standby":{"card":"\#(card.id)","route":"pinjam","months":[1,2,3,4,5,6,7,8,9,10,11,12],"days":\#(10 + dice.below(30)),"sheet":\#(sheet(policy))\#(place)}}"#
        )
    }

    /// The registry checks one of its people for a route, and often for some of its open vacancies.
    private mutating func checkMove() throws -> Move? {
        guard let card = try shownCard(), card.agency == agency, let policy = try records(.policy, policies.policy).last
        else { return nil }
        let code = dice.pick(SimulatedPolicy.routes + [SimulatedPolicy.hidden])
        let open = try reader.records(linked: .open(.vacancy)).compactMap { try? Vacancy($0) }
        let found = open.filter { $0.route == code }.prefix(dice.below(4)).map { vacancy in
            #"{"vacancy":"\#(vacancy.id)","sheet":[\#(line("R12", "pass", policy))]}"#
        }
        let posts = found.isEmpty ? "" : #","posts":[\#(found.joined(separator: ","))]"#
        return Move(.cardCheck, on: card.id, #"{"route":"\#(code)","sheet":\#(sheet(policy))\#(posts)}"#)
    }

    /// What the person says of an offer.
    private mutating func wordMove() throws -> Move? {
        let open = try reader.records(linked: .open(.offer)).compactMap { try? Offer($0) }.filter { offer in
            guard isDesk || offer.home == agency, let (_, route) = try? route(offer.route, under: offer.policy) else {
                return false
            }
            return route.person == .required || route.person == .heard
        }
        guard let offer = pick(open) else { return nil }
        let says = dice.chance(perMille: 800) ? "agree" : "refuse"
        return Move(
            .offerPerson, on: offer.id,
            #"{"terms":\#(offer.terms.version),"says":"\#(says)","letter":{"number":"S","date":"\#(today.iso)"}}"#)
    }

    /// A live card of this agency, or at the desk of any.
    mutating func shownCard() throws -> Card? {
        let live = try reader.records(linked: .open(.card)).compactMap { try? Card($0) }
        return pick(live.filter { (isDesk || $0.agency == agency) && !Self.isKept($0.id) })
    }
}
