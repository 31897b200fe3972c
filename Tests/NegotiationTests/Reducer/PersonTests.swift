import StrictJSON
import Testing

@testable import Negotiation

@Suite struct PersonTests {
    @Test func aPersonHasOneLiveCardInTheRegion() throws {
        var town = try Town()
        let card = try town.post("dukcapil", person: 1)
        #expect(try town.act("perizinan", "card.post", Town.cardBody(1)) == .rejected(.personHasCard))
        #expect(try town.act("dukcapil", "card.post", Town.cardBody(1)) == .rejected(.personHasCard))
        try town.expect(try town.act("dukcapil", "card.close", #"{"reason":"pensiun"}"#, on: card))
        try town.expect(try town.act("perizinan", "card.post", Town.cardBody(1)))
    }

    @Test func noRecordHoldsThePersonsHash() throws {
        var town = try Town()
        let card = try town.post("dukcapil", person: 1)
        let body = String(decoding: try town.record(card).body, as: UTF8.self)
        #expect(!body.contains(Town.hash(1).prefix(32)))
    }

    @Test func aHeldCardCannotBeClosed() throws {
        var town = try Town()
        let card = try town.post("dukcapil", person: 1)
        let offer = try town.agreed("dukcapil", card, "pasar", try town.open("pasar", town.loan))
        let outcome = try town.act("dukcapil", "card.close", #"{"reason":"pensiun"}"#, on: card)
        #expect(outcome == .rejected(.wrongState, [("state", "held"), ("offers", [.string(offer.text)])]))
    }
}
