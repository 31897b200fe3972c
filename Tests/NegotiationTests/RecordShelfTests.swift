import Negotiation
import Testing

struct RecordShelfTests {
    @Test func linksAreThoseOfTheBodyThatIsAskedFor() throws {
        let shelf = RecordShelf()
        var card = try card(#"{"agency":"disdik"}"#)
        #expect(try shelf.links(of: card) == [.kind(.card), .open(.card)])
        card.body = Array(#"{"agency":"disdik","ended":{}}"#.utf8)
        #expect(try shelf.links(of: card) == [.kind(.card)])
        card.kind = .vacancy
        #expect(try shelf.links(of: card) == Links.of(card))
    }

    @Test func bodyThatCannotBeReadHasNoLinksHere() throws {
        let card = try card("{")
        #expect(throws: (any Error).self) { try RecordShelf().links(of: card) }
        #expect(Links.of(card) == [.kind(.card)])
    }

    private func card(_ body: String) throws -> Record {
        Record(
            id: try #require(RecordID(text: "01890000-0000-7000-8000-000000000001")), kind: .card, revision: 1,
            audience: .all, body: Array(body.utf8), created: 1, changed: 1)
    }
}
