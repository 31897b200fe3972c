import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// What an agency writes of its own: cards, vacancies, and what collides in them.
extension Walk {
    /// The one agency that has a secret.
    static let keeper = "sosial"

    mutating func cardMove() throws -> Move? {
        let live = picture.cards.all.filter { $0.ended == nil }
        if live.count < 10 || dice.happens(30) {
            let agency = dice.happens(25) ? Self.keeper : dice.one(of: agencies)
            return Move(agency, .cardPost, newCard(of: agency))
        }
        let kept = live.filter { keptCards.contains($0.id) }
        guard let card = dice.happens(35) ? dice.pick(kept) : dice.pick(live) else { return nil }
        if card.agency.text == Self.keeper, !card.isOpen, dice.happens(50), !isOffered(card) {
            keptCards.insert(card.id)
        }
        let isKept = keptCards.contains(card.id)
        if !isKept, dice.happens(15) {
            return Move(
                card.agency.text, .cardCheck, on: card.id, #"{"route":"\#(town.hidden)","sheet":\#(newSheet())}"#)
        }
        if !card.isOpen, !isKept, dice.happens(80) {
            return Move(card.agency.text, .cardOpen, on: card.id, "{}")
        }
        guard dice.happens(80) else { return Move(card.agency.text, .cardClose, on: card.id, #"{"reason":"pensiun"}"#) }
        if isKept {
            return secretMove(card)
        }
        let isLevels = dice.happens(50)
        let now = isLevels ? #"{"levels":\#(levels())}"# : #"{"posts":["p\#(dice.roll(5))"]}"#
        let group = isLevels ? "competences" : "wishes"
        return Move(card.agency.text, .cardEdit, on: card.id, edit(group, was: card.groups[group], now: now))
    }

    /// Writes the secret where no rule of a live offer reads it: an offered card's levels are no secret.
    private mutating func secretMove(_ card: Card) -> Move {
        let isLevels = !mayBeOffered(card) && dice.happens(50)
        let now = isLevels ? #"{"levels":{\#(secret)}}"# : #"{"posts":["p\#(dice.roll(5))"],\#(secret)}"#
        let group = isLevels ? "competences" : "wishes"
        var move = Move(card.agency.text, .cardEdit, on: card.id, edit(group, was: card.groups[group], now: now))
        move.isSecret = true
        return move
    }

    /// Half of the kept cards are offered, within their agency only.
    func mayBeOffered(_ card: Card) -> Bool {
        !keptCards.contains(card.id) || (card.id.bytes.last ?? 0).isMultiple(of: 2)
    }

    private func isOffered(_ card: Card) -> Bool {
        picture.offers.all.contains { $0.card == card.id }
    }

    private mutating func newCard(of agency: String) -> String {
        Town.cardBody(dice.roll(Self.people), levels: levels())
    }

    private mutating func levels() -> String {
        switch dice.roll(10) {
        case 0: #"{"layanan":1,"izin":1}"#
        case 1, 2: #"{"layanan":4,"izin":2}"#
        case 3: #"{"layanan":4}"#
        default: #"{"layanan":\#(3 + dice.roll(3)),"izin":\#(3 + dice.roll(3))}"#
        }
    }

    mutating func vacancyMove() throws -> Move? {
        let live = picture.vacancies.all.filter { $0.ended == nil }
        if live.count < 4 || live.count < 8 && dice.happens(35) {
            let agency = try #require(AgencyCode(dice.one(of: agencies)))
            let route = dice.one(of: [town.move, town.move, town.loan, town.heard, town.hidden, town.wish, town.far])
            let modes = try #require(picture.policies.all.last?.route(route)).modes
            let mode = dice.happens(60) ? "first" : dice.one(of: modes)
            let until = mode == "selection" || dice.happens(25) ? try date(1 + dice.roll(30)) : nil
            let freed = newFreed(of: agency)
            let seats = dice.happens(65) || !freed.isEmpty ? 1 : 2 + dice.roll(2)
            let body = Town.vacancyBody(route, seats: seats, mode: mode, until: until)
                .replacing(#""seats":"#, with: freed + #""seats":"#)
            guard !freed.isEmpty, dice.happens(40) else { return Move(node(agency), .vacancyOpen, body) }
            return Move(
                "bkd", .vacancyOpen,
                body.replacing(#"{"vacancy":"#, with: #"{"agency":"\#(agency)","vacancy":"#))
        }
        if dice.happens(35), let ranking = try rankingMove() { return ranking }
        guard let vacancy = dice.pick(live) else { return nil }
        let author = node(vacancy.agency)
        if dice.happens(14) {
            return Move(author, .vacancyWithdraw, on: vacancy.id, #"{"reason":"batal"}"#)
        }
        let (group, now) = try newGroup(of: vacancy)
        let seen = dice.happens(75) ? vacancy.groups[group] : Array(#"{"other":0}"#.utf8)
        let revision = (picture.records[vacancy.id]?.revision ?? 1) - dice.roll(2)
        return Move(author, .vacancyEdit, on: vacancy.id, edit(group, was: seen, now: now, revision: revision))
    }

    private mutating func newGroup(of vacancy: Vacancy) throws -> (name: String, value: String) {
        switch dice.roll(6) {
        case 0, 1: ("seats", Town.seats(dice.roll(4)))
        case 2: ("need", #"{"need":\#(9 + dice.roll(3)),"holders":3}"#)
        case 4:
            (
                "kind",
                #"{"route":"\#(dice.happens(70) ? vacancy.route : town.heard)","openUntil":"\#(try date(dice.roll(30)))"}"#
            )
        case 3: ("standard", #"{"levels":{"layanan":\#(2 + dice.roll(2)),"izin":3}}"#)
        default: ("note-\(dice.roll(3))", #"{"text":"\#(dice.roll(3))"}"#)
        }
    }

    mutating func conflictMove() throws -> Move? {
        guard let conflict = dice.pick(picture.conflicts.all.filter({ $0.ended == nil })),
            let record = picture.records[conflict.id], case .agencies(let audience) = record.audience,
            let agency = audience.first
        else { return nil }
        let author = conflict.subject == .card ? agency.text : node(agency)
        switch dice.roll(3) {
        case 0: return Move(author, .conflictResolve, on: conflict.id, #"{"choice":"mine"}"#)
        case 1: return Move(author, .conflictResolve, on: conflict.id, #"{"choice":"theirs"}"#)
        default:
            let group = conflict.groups.first ?? ""
            let now = group == "seats" ? Town.seats(3) : #"{"text":"anew"}"#
            return Move(author, .conflictResolve, on: conflict.id, #"{"choice":"anew","now":{"\#(group)":\#(now)}}"#)
        }
    }

    private func edit(_ group: String, was: [UInt8]?, now: String, revision: Int? = nil) -> String {
        let seen = was.map { String(decoding: $0, as: UTF8.self) } ?? "null"
        let revision = revision.map { #","revision":\#($0)"# } ?? ""
        return #"{"was":{"\#(group)":\#(seen)},"now":{"\#(group)":\#(now)}\#(revision)}"#
    }
}
