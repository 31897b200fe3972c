import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// What a civil servant asks for: handed in by home or the desk, answered with a reason, and named by the offer that follows.
@Suite struct RequestTests {
    /// A card of dukcapil that nobody else sees.
    private func posted() throws -> (Town, RecordID) {
        var town = try Town()
        try town.expect(try town.act("dukcapil", "card.post", Town.cardBody(1)))
        return (town, try town.last)
    }

    @Test(arguments: ["dukcapil", "bkd"])
    func homeOrTheDeskHandsItInAndOnlyTheAskedSeeIt(author: String) throws {
        var (town, card) = try posted()
        try town.expect(try town.filing(author, card, more: #","to":"pasar""#))
        let request = try town.last
        #expect(try town.record(request).audience == .of(["bkd", "dukcapil", "pasar"].compactMap { AgencyCode($0) }))
        #expect(try town.request(request).by.text == author)
        #expect(try town.request(request).asked.map(\.text) == ["dukcapil", "pasar"])
        #expect(try town.answering("sosial", request, "accept") == .rejected(.notFound))
        #expect(try town.filing("sosial", card) == .rejected(.notFound))
        let open = try town.post("dukcapil", person: 2)
        #expect(try town.filing("pasar", open) == .rejected(.notAllowed, [("who", "dukcapil")]))
    }

    @Test func itNamesARouteAWishAnAgencyOfTheRegionAndALetterOfThePast() throws {
        var (town, card) = try posted()
        #expect(try town.filing("dukcapil", card, route: "tidak-ada").code == .unsupported)
        #expect(try town.filing("dukcapil", card, wishes: "{}").said.contains("/wishes"))
        #expect(try town.filing("dukcapil", card, more: #","to":"kota-lain""#).said.contains("/to"))
        let late =
            #"{"request":{"card":"\#(card)","route":"\#(town.move)","wishes":{"posts":["p1"]},"letter":{"date":"2026-06-02"}}}"#
        #expect(try town.act("dukcapil", "request.file", late).said.contains("/letter/date"))
        let many = (0...Request.wishLimit).map { #""d\#($0)""# }.joined(separator: ",")
        #expect(try town.filing("dukcapil", card, wishes: #"{"districts":[\#(many)]}"#).code == .badBody)
        try town.expect(try town.filing("dukcapil", card))
        #expect(try town.filing("dukcapil", card).said.contains(try town.id(0).text.prefix(20)))
    }

    @Test func eachAnswersInItsOwnWordsWithAReasonAndADate() throws {
        var (town, card) = try posted()
        try town.expect(try town.filing("dukcapil", card, more: #","to":"pasar""#))
        let request = try town.last
        #expect(try town.answering("dukcapil", request, "accept").said.contains("support, refuse"))
        #expect(try town.answering("pasar", request, "support").said.contains("accept, refuse"))
        #expect(try town.answering("pasar", request, "accept", date: "2026-06-02").code == .badBody)
        let bare = #"{"says":"refuse","date":"2026-06-01"}"#
        #expect(try town.act("pasar", "request.answer", bare, on: request).code == .badBody)
        try town.expect(try town.answering("dukcapil", request, "refuse"))
        #expect(try town.answering("dukcapil", request, "refuse").code == .alreadyDone)
        try town.expect(try town.answering("pasar", request, "accept"))
        // A refusal of home does not end it: the person may have it changed, and the desk decides.
        try town.expect(try town.answering("dukcapil", request, "support"))
        let answered = try town.request(request)
        #expect(answered.answers.map(\.says) == [.refuse, .accept, .support])
        #expect(answered.answer(of: try #require(AgencyCode("dukcapil")))?.says == .support)
        #expect(answered.ended == nil)
        try town.expect(try town.answering("bkd", request, "refuse"))
        #expect(try town.request(request).ended?.reason == "refused")
        #expect(try town.answering("pasar", request, "refuse").code == .wrongState)
    }

    @Test func whoHandsInTakesBack() throws {
        var (town, card) = try posted()
        try town.expect(try town.filing("bkd", card, more: #","to":"pasar""#))
        let request = try town.last
        #expect(try town.act("pasar", "request.withdraw", "{}", on: request).code == .notAllowed)
        try town.expect(try town.act("dukcapil", "request.withdraw", "{}", on: request))
        #expect(try town.request(request).ended?.reason == "withdrawn")
        #expect(try town.act("bkd", "request.withdraw", "{}", on: request).code == .wrongState)
    }

    @Test func anExchangeNamesTheOthersRequestAndAsksTheirAgency() throws {
        var (town, card) = try posted()
        let other = try town.post("pasar", person: 5)
        try town.expect(try town.filing("dukcapil", card, more: #","to":"pasar""#))
        let first = try town.last
        try town.expect(try town.filing("pasar", other, wishes: "{}", more: #","exchange":"\#(first)""#))
        let second = try town.request(try town.last)
        #expect(second.to?.text == "dukcapil")
        #expect(second.exchange == first)
        let third = try town.post("sosial", person: 6)
        #expect(try town.filing("sosial", third, more: #","exchange":"\#(first)""#) == .rejected(.notFound))
        #expect(try town.filing("bkd", third, more: #","exchange":"\#(first)","to":"pasar""#).code == .badBody)
        let loan = try town.filing("bkd", third, route: town.loan, more: #","exchange":"\#(first)""#)
        #expect(loan.code == .badBody)
        try town.expect(try town.act("dukcapil", "request.withdraw", "{}", on: first))
        #expect(try town.filing("bkd", third, more: #","exchange":"\#(first)""#).code == .wrongState)
    }

    @Test func anOfferFollowsARequestOfItsCardOnItsRoute() throws {
        var town = try Town()
        let card = try town.post("dukcapil", person: 1)
        let vacancy = try town.open("pasar", town.move)
        try town.expect(try town.filing("dukcapil", card, more: #","to":"pasar""#))
        let request = try town.last
        let other = try town.post("dukcapil", person: 2)
        func proposing(_ card: RecordID, _ request: RecordID) -> String {
            #"{"offer":{"card":"\#(card)","vacancy":"\#(vacancy)","terms":{"start":"2026-07-01"},"sheet":\#(Town.sheet()),"request":"\#(request)"}}"#
        }
        #expect(try town.act("dukcapil", "offer.propose", proposing(other, request)).said.contains("/request"))
        #expect(try town.act("dukcapil", "offer.propose", proposing(card, try town.id(9999))).code == .notFound)
        try town.expect(try town.act("dukcapil", "offer.propose", proposing(card, request)))
        #expect(try town.offer(try town.last).request == request)
    }

    @Test(arguments: [
        (#"{"posts":["p1"]}"#, true), (#"{"posts":["p2"]}"#, false), (#"{"agencies":["sosial","pasar"]}"#, true),
    ])
    func whereTheRouteAsksThePersonARequestThatIsMetIsTheAgreement(wishes: String, isMet: Bool) throws {
        var town = try Town()
        let card = try town.post("dukcapil", person: 1)
        let route = town.move + "-mohon"
        let vacancy = try town.open("pasar", route)
        try town.expect(try town.filing("dukcapil", card, route: route, wishes: wishes))
        let request = try town.last
        try town.expect(
            try town.act(
                "dukcapil", "offer.propose",
                #"{"offer":{"card":"\#(card)","vacancy":"\#(vacancy)","terms":{"start":"2026-07-01"},"sheet":\#(Town.sheet()),"request":"\#(request)"}}"#
            ))
        let offer = try town.last
        try town.expect(try town.agreeing("pasar", offer))
        #expect(try town.hold(offer) == (isMet ? .held : nil))
        #expect(try town.offer(offer).person?.operation == (isMet ? OperationID(request.uuid) : nil))
        // It was said of these terms.
        try town.expect(try town.countering("pasar", offer, start: "2026-07-05"))
        #expect(try town.offer(offer).person == nil)
    }

    @Test func itEndsWithTheCard() throws {
        var town = try Town()
        let card = try town.post("dukcapil", person: 1)
        try town.expect(try town.filing("dukcapil", card))
        let request = try town.last
        let seat = try town.open("pasar", town.move)
        let transfer = try town.decreed(try town.agreed("dukcapil", card, "pasar", seat))
        try town.started(transfer)
        #expect(try town.request(request).ended?.reason == "moved")
        let second = try town.post("dukcapil", person: 2)
        try town.expect(try town.filing("dukcapil", second))
        let closing = try town.last
        try town.expect(try town.act("dukcapil", "card.close", #"{"reason":"pensiun"}"#, on: second))
        #expect(try town.request(closing).ended?.reason == "card-closed")
    }

    @Test func whoIsNamedSeesTheCardWhileTheRequestIsOpenAndAsksForThePersonByIt() throws {
        var (town, card) = try posted()
        let own = Audience.of(try ["bkd", "dukcapil"].map { try #require(AgencyCode($0)) })
        let named = Audience.of(try ["bkd", "dukcapil", "pasar"].map { try #require(AgencyCode($0)) })
        #expect(try town.record(card).audience == own)
        try town.expect(try town.filing("dukcapil", card, more: #","to":"pasar""#))
        let request = try town.last
        #expect(try town.record(card).audience == named)
        let vacancy = try town.open("pasar", town.move)
        func asking(_ more: String) -> String {
            #"{"offer":{"card":"\#(card)","vacancy":"\#(vacancy)","terms":{"start":"2026-07-01"}\#(more)}}"#
        }
        #expect(
            try town.act("pasar", "offer.ask", asking(""))
                == .rejected(.incomplete, [("missing", .array([.string("request")]))]))
        let other = try town.open("sosial", town.move)
        let unseen = asking(#","request":"\#(request)""#).replacing("\(vacancy)", with: "\(other)")
        #expect(try town.act("sosial", "offer.ask", unseen) == .rejected(.notFound))
        try town.expect(try town.act("pasar", "offer.ask", asking(#","request":"\#(request)""#)))
        let offer = try town.offer(try town.last)
        #expect(offer.request == request)
        #expect(offer.receivingStance?.says == .agree && offer.homeStance == nil)
        try town.expect(try town.act("dukcapil", "request.withdraw", "{}", on: request))
        #expect(try town.record(card).audience == own)
    }

    @Test func aCardThatIsOpenOrEndedIsSeenAsBefore() throws {
        var (town, card) = try posted()
        try town.expect(try town.filing("dukcapil", card, more: #","to":"pasar""#))
        try town.expect(try town.act("dukcapil", "card.open", "{}", on: card))
        #expect(try town.record(card).audience == .all)
        try town.expect(try town.act("dukcapil", "request.withdraw", "{}", on: try town.records(.request)[0].id))
        #expect(try town.record(card).audience == .all)
        try town.expect(try town.act("dukcapil", "card.post", Town.cardBody(9)))
        let second = try town.last
        try town.expect(try town.filing("dukcapil", second, more: #","to":"sosial""#))
        try town.expect(try town.act("dukcapil", "card.close", #"{"reason":"pensiun"}"#, on: second))
        #expect(try town.record(second).audience == .of(["bkd", "dukcapil"].compactMap { AgencyCode($0) }))
    }
}
