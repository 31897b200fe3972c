import Negotiation
import Personnel
import StrictJSON

/// Cards. One in four is kept: never opened or offered, and it says something that no other agency may ever see.
extension Operator {
    static func isKept(_ card: RecordID) -> Bool {
        (card.bytes.last ?? 0).isMultiple(of: 4)
    }

    /// What marks an agency's private data, wherever it turns up.
    static func canary(_ agency: AgencyCode) -> String {
        "KENARI-\(agency.text)-"
    }

    mutating func cardMove() throws -> Move? {
        let live = try records(.card, Card.init).filter { $0.agency == agency && $0.ended == nil }
        if live.isEmpty || dice.chance(perMille: 100) {
            return Move(.cardPost, newCard())
        }
        guard let card = pick(live) else { return nil }
        let isKept = Self.isKept(card.id)
        if !card.isOpen, !isKept, dice.chance(perMille: 800) {
            return Move(.cardOpen, on: card.id, "{}")
        }
        if !isKept, dice.chance(perMille: 80) {
            return Move(.cardClose, on: card.id, #"{"reason":"pensiun"}"#)
        }
        if dice.chance(perMille: 500) {
            let now = #"{"levels":\#(levels())}"#
            return Move(.cardEdit, on: card.id, edit("competences", was: card.group("competences"), now: now))
        }
        let note = isKept ? #","note":"\#(Self.canary(agency))\#(dice.below(1000))\#(secret)""# : ""
        let now = #"{"posts":["p\#(dice.below(5))"]\#(note)}"#
        return Move(.cardEdit, on: card.id, edit("wishes", was: card.group("wishes"), now: now))
    }

    /// Which private text a card begins with depends on nothing but its agency, so that twins draw alike.
    mutating func newCard() -> String {
        let person = String(dice.next() % 40, radix: 16)
        let hash = String(repeating: "0", count: 32 - person.count) + person + String(repeating: "a", count: 32)
        return
            #"{"person":"\#(hash)","card":{"service":{"employment":"PNS","grade":"III/a","post":"operator"},"competences":{"levels":\#(levels())}}}"#
    }

    private mutating func levels() -> String {
        switch dice.below(10) {
        case 0: #"{"layanan":1,"izin":1}"#
        case 1: #"{"layanan":4,"izin":2}"#
        default: #"{"layanan":\#(3 + dice.below(3)),"izin":\#(3 + dice.below(3))}"#
        }
    }

    func edit(_ group: String, was: JSON?, now: String, revision: Int? = nil) -> String {
        let seen = was.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "null"
        let revision = revision.map { #","revision":\#($0)"# } ?? ""
        return #"{"was":{"\#(group)":\#(seen)},"now":{"\#(group)":\#(now)}\#(revision)}"#
    }
}
