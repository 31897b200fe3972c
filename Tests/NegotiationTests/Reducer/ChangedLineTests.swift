import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// An approval that puts another person or post in a line's place.
@Suite struct ChangedLineTests {
    private static func line(_ offer: RecordID, _ changed: String, result: String = "struck") -> String {
        #"{"offer":"\#(offer)","terms":1,"result":"\#(result)","changed":{\#(changed)}}"#
    }

    private static func issue(_ town: inout Town, _ type: String, _ lines: [String]) throws -> Outcome {
        try town.act(
            "bkd", "document.issue",
            #"{"document":{"type":"\#(type)","number":"\#(type)/\#(town.position)","date":"2026-06-01","signer":"K","standing":"definitif","lines":[\#(lines.joined(separator: ","))]}}"#
        )
    }

    private static func replacement(_ town: Town, of offer: RecordID) throws -> Offer {
        try #require(try town.records(.offer).map(Offer.init).first { $0.replaces == offer })
    }

    /// A hidden offer that the board favours, and another checked card.
    private static func hidden() throws -> (town: Town, offer: RecordID, other: RecordID) {
        var town = try Town()
        let card = try town.post("dukcapil", person: 1)
        let other = try town.post("pasar", person: 2)
        let vacancy = try town.open("perizinan", town.hidden)
        try town.expect(try town.checking("dukcapil", card, town.hidden))
        try town.expect(try town.checking("pasar", other, town.hidden))
        try town.expect(try town.opening(card, vacancy))
        let offer = try town.last
        try town.expect(try town.issuing(town.board, [offer]))
        return (town, offer, other)
    }

    @Test func theOtherPersonTakesTheSeatWithThisOpinionAndWaitsForTheEarlierOnes() throws {
        var (town, offer, other) = try Self.hidden()
        try town.expect(try Self.issue(&town, town.head, [Self.line(offer, #""card":"\#(other)""#)]))
        #expect(try town.closing(offer) == "changed")
        let new = try Self.replacement(town, of: offer)
        #expect(new.card == other)
        #expect(new.home.text == "pasar")
        #expect(new.hold?.state == .held)
        #expect(new.terms.isByDesk && new.terms.version == 1)
        #expect(new.terms.value == (try town.offer(offer)).terms.value)
        #expect(new.opinions.map(\.code) == [town.head])
        #expect(new.sheet != nil)
        let early = try town.issuing(town.decree, [new.id])
        #expect(early.said.contains(#""missing":["\#(town.board)"]"#))
        try town.expect(try town.issuing(town.board, [new.id]))
        try town.expect(try town.issuing(town.decree, [new.id]))
        // Nobody learns from the approval who was in this line before.
        let approval = try #require(new.opinions.first).document
        #expect(try town.record(approval).audience == .of([try #require(AgencyCode("bkd"))]))
        let extract = try #require(try town.records(.document).first { try Document($0).extractOf == approval })
        #expect(extract.audience == .of(try ["pasar", "perizinan"].map { try #require(AgencyCode($0)) }))
        #expect(try Document(extract).lines.map(\.offer) == [new.id])
        #expect(!String(decoding: extract.body, as: UTF8.self).contains(offer.text))
    }

    @Test func itGoesBeforeThoseWhoWait() throws {
        var (town, offer, other) = try Self.hidden()
        let vacancy = try town.offer(offer).vacancy
        let third = try town.post("sosial", person: 3)
        try town.expect(try town.opening(third, vacancy))
        let waiting = try town.last
        #expect(try town.hold(waiting) == .waiting)
        try town.expect(try Self.issue(&town, town.head, [Self.line(offer, #""card":"\#(other)""#)]))
        #expect(try town.hold(waiting) == .waiting)
        #expect(try Self.replacement(town, of: offer).hold?.state == .held)
    }

    @Test func anotherPostFreesTheSeatForWhoWaits() throws {
        var (town, offer, _) = try Self.hidden()
        let vacancy = try town.offer(offer).vacancy
        let third = try town.post("sosial", person: 3)
        try town.expect(try town.opening(third, vacancy))
        let waiting = try town.last
        let elsewhere = try town.open("sosial", town.hidden)
        try town.expect(try Self.issue(&town, town.head, [Self.line(offer, #""vacancy":"\#(elsewhere)""#)]))
        #expect(try town.hold(waiting) == .held)
        let new = try Self.replacement(town, of: offer)
        #expect(new.hold?.state == .held)
        #expect(new.receiving.text == "sosial")
    }

    @Test func twoLinesCanTradePlaces() throws {
        var (town, offer, other) = try Self.hidden()
        let elsewhere = try town.open("sosial", town.hidden)
        try town.expect(try town.opening(other, elsewhere))
        let second = try town.last
        try town.expect(try town.issuing(town.board, [second]))
        let first = try town.offer(offer)
        try town.expect(
            try Self.issue(
                &town, town.head,
                [
                    Self.line(offer, #""vacancy":"\#(elsewhere)""#),
                    Self.line(second, #""vacancy":"\#(first.vacancy)""#),
                ]))
        let moved = try [offer, second].map { try Self.replacement(town, of: $0) }
        #expect(moved.map(\.vacancy) == [elsewhere, first.vacancy])
        #expect(moved.map { $0.hold?.state } == [.held, .held])
    }

    @Test func thePartiesOfAnOpenRouteSayTheirWordOnTheNewOffer() throws {
        var town = try Town()
        let card = try town.post("dukcapil", person: 1)
        let other = try town.post("pasar", person: 2)
        let offer = try town.agreed("dukcapil", card, "perizinan", try town.open("perizinan", town.move))
        try town.expect(try town.issuing(town.board, [offer]))
        try town.expect(try Self.issue(&town, town.head, [Self.line(offer, #""card":"\#(other)""#)]))
        let new = try Self.replacement(town, of: offer)
        #expect(try town.label(new.id) == .proposed)
        #expect(try town.act("pasar", "offer.withdraw", "{}", on: new.id).code == .notAllowed)
        try town.expect(try town.agreeing("pasar", new.id))
        try town.expect(try town.agreeing("perizinan", new.id))
        #expect(try town.label(new.id) == .held)
        try town.expect(try town.issuing(town.board, [new.id]))
        try town.expect(try town.issuing(town.decree, [new.id]))
    }

    @Test func whatCannotStandThereIsRefusedWithTheLine() throws {
        var (town, offer, other) = try Self.hidden()
        let elsewhere = try town.open("sosial", town.move)
        let same = try town.offer(offer)
        for (changed, code) in [
            (#""vacancy":"\#(elsewhere)""#, "unsupported"), (#""card":"\#(same.card)""#, "already-done"),
            (#""card":"\#(try town.id(9999))""#, "not-found"),
        ] {
            let outcome = try Self.issue(&town, town.head, [Self.line(offer, changed)])
            #expect(outcome.code == .incomplete && outcome.said.contains("\"\(code)\""), "\(outcome.said)")
        }
        let favourable = try Self.issue(
            &town, town.head, [Self.line(offer, #""card":"\#(other)""#, result: "favourable")])
        #expect(favourable.code == .badBody)
        try town.expect(try town.issuing(town.head, [offer]))
        let decree = try Self.issue(&town, town.decree, [Self.line(offer, #""card":"\#(other)""#)])
        #expect(decree.said.contains(#""code":"unsupported""#))
    }
}
