import Negotiation
import NodeKit
import Personnel
import StrictJSON
import SyncProtocol

/// What the desk alone does beside its papers: it opens lines, keeps a round, speaks by letter, and moves units.
extension Operator {
    mutating func deskMove() throws -> Move? {
        switch dice.below(11) {
        case 0...3: try openingMove()
        case 4...7: try roundMove()
        case 8: try letterMove()
        case 9: try policyMove()
        default: dice.chance(perMille: 150) ? try reorganisationMove() : nil
        }
    }

    private mutating func openingMove() throws -> Move? {
        if dice.chance(perMille: 120) { return try seatMove() }
        let vacancies = try reader.records(linked: .open(.vacancy)).compactMap { try? Vacancy($0) }
        let cards = try reader.records(linked: .open(.card)).compactMap { try? Card($0) }
            .filter { !Self.isKept($0.id) }
        let desks = vacancies.filter { (try? route($0.route))??.route.opens.contains(.desk) == true }
        guard let vacancy = pick(desks), let card = pick(cards), let (_, route) = try route(vacancy.route) else {
            return nil
        }
        return Move(
            .offerOpen,
            #"{"offer":{"card":"\#(card.id)","vacancy":"\#(vacancy.id)","terms":\#(terms(route))}}"#)
    }

    /// The seat that one of an agency's people leaves, opened in its place.
    private mutating func seatMove() throws -> Move? {
        let cards = try reader.records(linked: .open(.card)).compactMap { try? Card($0) }
            .filter { $0.agency != agency && !Self.isKept($0.id) }
        guard let card = pick(cards) else { return nil }
        let route = dice.pick(["mohon", SimulatedPolicy.hidden])
        return Move(
            .vacancyOpen,
            #"{"agency":"\#(card.agency)","vacancy":{"place":{"post":{"id":"p1","name":"Operator"},"unit":{"id":"u1","name":"Loket"}},"standard":{"levels":{}},"kind":{"route":"\#(route)"},"seats":{"count":1},"mode":{"mode":"first"},"freed":{"by":"\#(card.id)"}}}"#
        )
    }

    private mutating func roundMove() throws -> Move? {
        let rounds = try reader.records(linked: .open(.round)).compactMap { try? Round($0) }
        guard let round = pick(rounds) else {
            var aspects: [String] = []
            var texts: [Attachment] = []
            for aspect in Round.Aspect.allCases {
                let text = reason()
                texts.append(text.attachment)
                aspects.append(#""\#(aspect.rawValue)":\#(text.json)"#)
            }
            return Move(
                .roundOpen,
                #"{"round":{"title":"Gelombang","goals":[{"code":"loket","title":"Loket","target":4,"before":1}],"calendar":[{"step":"TPK","date":"\#(date(5))"}],"aspects":{\#(aspects.joined(separator: ","))}}}"#,
                attachments: texts)
        }
        let listed = Set(round.offers)
        let offers = try reader.records(linked: .kind(.offer)).compactMap { try? Offer($0) }
        let free = offers.filter { $0.closed == nil && !listed.contains($0.id) }
        let why = reason()
        switch dice.below(12) {
        case 0: return Move(.roundClose, on: round.id, #"{"results":[{"code":"loket","after":2}]}"#)
        case 1, 2:
            let lines = round.frozen { id in offers.first { $0.id == id } }
            return Move(
                .roundFreeze, on: round.id,
                #"{"to":"TPK","hash":"\#(String(repeating: "a", count: 64))","lines":\#(String(decoding: Round.bytes(of: lines), as: UTF8.self))}"#
            )
        case 3, 4:
            guard let line = pick(round.lines) else { return nil }
            let was = line.offer.map { #","was":"\#($0)""# } ?? ""
            let now = pick(free).map { #","now":"\#($0.id)""# } ?? ""
            return Move(
                .roundChange, on: round.id, #"{"line":\#(line.number),"reason":\#(why.json)\#(was)\#(now)}"#,
                attachments: [why.attachment])
        case 5:
            guard let change = pick(round.changes) else { return nil }
            return Move(
                .roundUndo, on: round.id, #"{"change":\#(change.number),"reason":\#(why.json)}"#,
                attachments: [why.attachment])
        default:
            let add = pick(free).map { "\"\($0.id)\"" } ?? ""
            return Move(.roundList, on: round.id, #"{"add":[\#(add)],"remove":[]}"#)
        }
    }

    /// An open offer goes over to the newest policy.
    private mutating func policyMove() throws -> Move? {
        let newest = try records(.policy, policies.policy).last?.id
        let old = try reader.records(linked: .open(.offer)).compactMap { try? Offer($0) }
            .filter { $0.policy != newest }
        guard let offer = pick(old) else { return nil }
        return Move(.offerMove, on: offer.id, #"{"terms":\#(offer.terms.version)}"#)
    }

    /// An agency's word on an offer from its signed letter.
    private mutating func letterMove() throws -> Move? {
        let open = try reader.records(linked: .open(.offer)).compactMap { try? Offer($0) }
        guard let offer = pick(open) else { return nil }
        let side = dice.pick(Side.allCases)
        let says = dice.chance(perMille: 700) ? "offer.agree" : "offer.refuse"
        let letter =
            #"{"number":"S-\#(dice.below(1000))","date":"\#(date(-dice.below(5)))","signer":"K","standing":"definitif"}"#
        return Move(
            .behalfRecord, on: offer.id,
            #"{"agency":"\#(offer.agency(side))","letter":\#(letter),"operation":{"kind":"\#(says)","body":{"terms":\#(offer.terms.version)}}}"#
        )
    }

    /// The one unit of the vacancies goes over to another agency.
    private mutating func reorganisationMove() throws -> Move? {
        let from = dice.pick(agencies)
        let to = dice.pick(agencies)
        guard from != to else { return nil }
        return Move(
            .reorganisationApply,
            #"{"reorganisation":{"number":"P-\#(dice.below(1_000_000))","date":"\#(today.iso)","from":"\#(today.iso)","units":[{"unit":"u1","name":"Loket","from":"\#(from)","to":"\#(to)"}]}}"#
        )
    }
}
