import StrictJSON
import Testing

@testable import Negotiation

@Suite struct RightsTests {
    @Test func hiddenAndMissingRecordsAreRefusedWithTheSameBytes() throws {
        var town = try Town()
        try town.expect(try town.act("dukcapil", "card.post", Town.cardBody(1)))
        let card = try town.last
        let vacancy = try town.open("perizinan", town.loan)
        let offer = try town.propose("dukcapil", card, vacancy)
        let nothing = try town.id(9999)
        let ofCards = ["card.edit", "card.open", "card.close"]
        let ofOffers = [
            "offer.agree", "offer.counter", "offer.refuse", "offer.withdraw", "offer.disclose", "transfer.brief",
            "transfer.start", "training.confirm", "conflict.resolve",
        ]
        for (kinds, hidden) in [(ofCards, card), (ofOffers, offer)] {
            for kind in kinds {
                let seen = try town.act("sosial", kind, "{}", on: hidden)
                #expect(seen.json.encoded == (try town.act("sosial", kind, "{}", on: nothing)).json.encoded)
                #expect(seen.code == .notFound, "\(kind)")
            }
        }
        let asked = try [card, nothing].map { id in
            try town.act(
                "perizinan", "offer.ask",
                #"{"offer":{"card":"\#(id)","vacancy":"\#(vacancy)","terms":{"start":"2026-07-01"}}}"#)
        }
        #expect(asked[0] == asked[1])
        #expect(asked[0] == .rejected(.notFound))
    }

    @Test func eachKindBelongsToItsAuthors() throws {
        var town = try Town()
        let authors = ["coordinator", "bkd", "bkd/second", "sosial", "sosial/second"]
        for kind in OperationKind.allCases where kind != .regionFound {
            let allowed: [String] =
                switch kind.right {
                case .coordinator: ["coordinator"]
                case .deskOrCoordinator: ["coordinator", "bkd", "bkd/second"]
                case .desk: ["bkd", "bkd/second"]
                case .registry: ["bkd", "sosial"]
                case .anyNode: ["bkd", "bkd/second", "sosial", "sosial/second"]
                }
            for author in authors {
                let id = kind.isCreating ? nil : try town.id(9999)
                let outcome = try town.act(author, kind.rawValue, "{}", on: id)
                #expect((outcome.code == .notAllowed) != allowed.contains(author), "\(kind) by \(author)")
            }
        }
        #expect(try town.act("bkd", "region.found", "{}").code == .notAllowed)
    }

    @Test func someoneElsesVisibleRecordIsNotAllowed() throws {
        var town = try Town()
        let card = try town.post("dukcapil", person: 1)
        let vacancy = try town.open("perizinan", town.move)
        let offer = try town.propose("dukcapil", card, vacancy)
        let who = { (agency: String) in Outcome.rejected(.notAllowed, [("who", .string(agency))]) }
        #expect(try town.act("sosial", "card.close", #"{"reason":"x"}"#, on: card) == who("dukcapil"))
        #expect(try town.act("sosial", "vacancy.withdraw", #"{"reason":"x"}"#, on: vacancy) == who("perizinan"))
        #expect(try town.proposing("perizinan", card, vacancy) == who("dukcapil"))
        #expect(try town.act("bkd", "offer.agree", #"{"terms":1}"#, on: offer) == who("parties"))
        #expect(try town.act("perizinan", "offer.withdraw", "{}", on: offer) == who("dukcapil"))
    }
}
