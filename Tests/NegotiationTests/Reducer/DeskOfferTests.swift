import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// Offers that the desk opens, hidden until the decree, with the home registry's check behind them.
@Suite struct DeskOfferTests {
    private static func stage(_ route: (Town) -> String = \.hidden) throws -> (
        town: Town, card: RecordID, vacancy: RecordID
    ) {
        var town = try Town()
        let card = try town.post("dukcapil", person: 1)
        let vacancy = try town.open("perizinan", route(town))
        return (town, card, vacancy)
    }

    /// A hidden offer that was checked and has its opinions.
    private static func approved() throws -> (town: Town, offer: RecordID) {
        var (town, card, vacancy) = try stage()
        try town.expect(try town.checking("dukcapil", card, town.hidden))
        try town.expect(try town.opening(card, vacancy))
        let offer = try town.last
        try town.expect(try town.issuing(town.board, [offer]))
        try town.expect(try town.issuing(town.head, [offer]))
        return (town, offer)
    }

    private static func audience(_ town: Town, _ id: RecordID) throws -> Audience { try town.record(id).audience }

    @Test func theDeskOpensWhereTheRouteSaysAndNobodyElse() throws {
        var (town, card, vacancy) = try Self.stage()
        let refused = Outcome.rejected(
            .unsupported, [("route", .string(town.hidden)), ("opens", .array([.string("desk")]))])
        #expect(try town.proposing("dukcapil", card, vacancy) == refused)
        try town.expect(try town.opening(card, vacancy))
        let offer = try town.offer(try town.last)
        #expect(offer.terms.isByDesk)
        #expect(offer.terms.by == .home)
        #expect(offer.homeStance == nil && offer.receivingStance == nil)
        #expect(offer.hold?.state == .held)
        let other = try town.post("dukcapil", person: 2)
        let open = try town.open("perizinan", town.move)
        #expect(try town.opening(other, open).code == .unsupported)
    }

    @Test func noPartySeesItBeforeTheDecreeAndBothSeeItsDocumentsFromThenOn() throws {
        var (town, offer) = try Self.approved()
        let desk = Audience.of([try #require(AgencyCode("bkd"))])
        let opinions = try town.records(.document)
        #expect(try Self.audience(town, offer) == desk)
        #expect(opinions.map(\.audience) == [desk, desk])
        for kind in ["offer.refuse", "offer.check", "offer.counter"] {
            #expect(try town.act("dukcapil", kind, #"{"terms":1}"#, on: offer) == .rejected(.notFound))
        }
        try town.expect(try town.issuing(town.decree, [offer]))
        let all = Audience.of(try ["bkd", "dukcapil", "perizinan"].map { try #require(AgencyCode($0)) })
        #expect(try Self.audience(town, offer) == all)
        #expect(try town.records(.document).map(\.audience) == [all, all, all])
        #expect(try town.records(.document).first?.body == opinions.first?.body)
        #expect(try Self.audience(town, try #require(try town.offer(offer).decreed).transfer) == all)
    }

    @Test func aHiddenLineStandsInNoDocumentThatAnAgencySees() throws {
        var (town, card, vacancy) = try Self.stage()
        try town.expect(try town.checking("dukcapil", card, town.hidden))
        try town.expect(try town.opening(card, vacancy))
        let hidden = try town.last
        let open = try town.agreed(
            "dukcapil", try town.post("dukcapil", person: 2), "perizinan", try town.open("perizinan", town.move))
        let refused = try town.issuing(town.board, [open, hidden])
        #expect(refused.code == .incomplete)
        let lines = try JSON(parsing: refused.detail.encoded)["lines"]?.elements ?? []
        #expect(lines.map { $0["offer"]?.string } == [hidden.text])
        #expect(lines.map { $0["detail"]?["state"]?.string } == ["hidden-line"])
        try town.expect(try town.issuing(town.board, [hidden]))
        try town.expect(try town.issuing(town.board, [open]))
    }

    @Test func ofAnOpinionOverAListEachPartySeesItsOwnLineFromItsDecreeOn() throws {
        var town = try Town()
        var offers: [RecordID] = []
        for (index, home) in ["dukcapil", "pasar", "sosial"].enumerated() {
            let card = try town.post(home, person: index + 1)
            try town.expect(try town.checking(home, card, town.hidden))
            try town.expect(try town.opening(card, try town.open("perizinan", town.hidden)))
            offers.append(try town.last)
        }
        for type in [town.board, town.head] {
            try town.expect(try town.issuing(type, offers))
        }
        let lists = try town.records(.document)
        for (offer, home) in zip(offers, ["dukcapil", "pasar"]) {
            try town.expect(try town.issuing(town.decree, [offer]))
            let agencies = try [home, "perizinan"].map { try #require(AgencyCode($0)) }
            let own = try town.records(.document).filter { $0.audience == .of(agencies) }.map(Document.init)
            #expect(own.map(\.type) == [town.board, town.head])
            #expect(own.map(\.extractOf) == lists.map(\.id))
            #expect(own.map(\.number) == (try lists.map { try Document($0).number }))
            #expect(own.allSatisfy { $0.lines.map(\.offer) == [offer] })
            for other in offers where other != offer {
                #expect(own.allSatisfy { !String(decoding: $0.body, as: UTF8.self).contains(other.text) })
            }
        }
        #expect(try lists.map { try town.record($0.id) } == lists)
        let decrees = try town.records(.document).filter { try Document($0).type == town.decree }
        let first = try #require(AgencyCode("dukcapil"))
        #expect(decrees.map { $0.audience.includes(first) } == [true, false])
    }

    @Test func aDecreeThatItsPartiesSeeStrikesNobodyWhomTheyDoNot() throws {
        var town = try Town()
        var offers: [RecordID] = []
        for person in 1...2 {
            let card = try town.post("dukcapil", person: person)
            try town.expect(try town.checking("dukcapil", card, town.hidden))
            try town.expect(try town.opening(card, try town.open("perizinan", town.hidden)))
            offers.append(try town.last)
        }
        for type in [town.board, town.head] {
            try town.expect(try town.issuing(type, offers))
        }
        func line(_ offer: RecordID, _ result: String) -> String {
            #"{"offer":"\#(offer)","terms":1,"result":"\#(result)"}"#
        }
        let mixed = try town.act(
            "bkd", "document.issue",
            #"{"document":{"type":"\#(town.decree)","number":"SK-1","date":"2026-06-01","signer":"K","standing":"definitif","lines":[\#(line(offers[0], "favourable")),\#(line(offers[1], "struck"))]}}"#
        )
        #expect(mixed.code == .incomplete)
        #expect(mixed.said.contains("hidden-line") && !mixed.said.contains(offers[0].text))
    }

    @Test func aStruckLineStaysWithTheDesk() throws {
        var (town, offer) = try Self.approved()
        try town.expect(try town.issuing(town.decree, [offer], result: "struck"))
        #expect(try town.closing(offer) == "struck")
        let desk = Audience.of([try #require(AgencyCode("bkd"))])
        #expect(try town.records(.document).map(\.audience) == [desk, desk, desk])
    }

    @Test func theDecreeWaitsForTheHomesCheck() throws {
        var (town, card, vacancy) = try Self.stage()
        try town.expect(try town.opening(card, vacancy))
        let offer = try town.last
        try town.expect(try town.issuing(town.board, [offer]))
        try town.expect(try town.issuing(town.head, [offer]))
        let early = try town.issuing(town.decree, [offer])
        #expect(early.code == .incomplete)
        #expect(early.said.contains(#""missing":["sheet"]"#))
        try town.expect(try town.checking("dukcapil", card, town.hidden))
        #expect(try town.offer(offer).sheetDay?.iso == "2026-06-01")
        try town.expect(try town.issuing(town.decree, [offer]))
        let transfer = try town.transfer(try #require(try town.offer(offer).decreed).transfer)
        #expect(try RuleResult.sheet(transfer.sheet) == RuleResult.sheet(town.offer(offer).sheet))
    }

    @Test func aCheckThatGrewOldOrForbidsStopsTheDecree() throws {
        var (town, offer) = try Self.approved()
        let card = try town.offer(offer).card
        try town.day("2026-07-11")
        var other = town
        try other.expect(try other.checking("dukcapil", card, other.hidden, failing: [.r5]))
        #expect(try other.issuing(other.decree, [offer]).said.contains(#""code":"rule""#))
        try town.day("2026-07-12")
        #expect(try town.issuing(town.decree, [offer]).said.contains("sheet"))
        try town.expect(try town.checking("dukcapil", card, town.hidden))
        try town.expect(try town.issuing(town.decree, [offer]))
    }

    @Test func aFindingThatForbidsIsKeptAndNoOfferIsOpenedOverIt() throws {
        var (town, card, vacancy) = try Self.stage()
        try town.expect(try town.checking("dukcapil", card, town.hidden, failing: [.r5]))
        #expect(try town.opening(card, vacancy).code == .rule)
        try town.expect(try town.checking("dukcapil", card, town.hidden))
        #expect(try town.records(.check).count == 1)
        try town.expect(try town.opening(card, vacancy))
    }

    @Test func aCheckUnderAnotherPolicyOrRouteIsNoSheet() throws {
        var (town, card, vacancy) = try Self.stage()
        try town.expect(try town.checking("dukcapil", card, town.heard))
        try town.expect(try town.act("bkd", "policy.apply", #"{"policy":\#(PolicyText.policy(version: 2))}"#))
        try town.expect(try town.opening(card, vacancy))
        #expect(try town.offer(try town.last).sheet == nil)
        #expect(try town.records(.check).count == 1)
        let old = try town.checking("dukcapil", card, town.hidden)
        #expect(old == .rejected(.incomplete, [("policy", 2)]))
    }

    @Test func theCheckGoesToHomeAndDesk() throws {
        var (town, card, _) = try Self.stage()
        #expect(try town.checking("perizinan", card, town.hidden) == .rejected(.notAllowed, [("who", "dukcapil")]))
        #expect(try town.checking("dukcapil", card, "lain").code == .unsupported)
        try town.expect(try town.checking("dukcapil", card, town.hidden))
        let check = try #require(try town.records(.check).first)
        #expect(check.audience == .of(try ["bkd", "dukcapil"].map { try #require(AgencyCode($0)) }))
    }

    @Test func theDeskChangesAndTakesBackItsOwnTermsAndNoPartyDoes() throws {
        var (town, card, vacancy) = try Self.stage(\.wish)
        try town.expect(try town.opening(card, vacancy))
        let offer = try town.last
        #expect(
            try town.act("dukcapil", "offer.withdraw", "{}", on: offer) == .rejected(.notAllowed, [("who", "desk")]))
        try town.expect(
            try town.act("bkd", "offer.counter", #"{"terms":1,"now":{"start":"2026-07-09"}}"#, on: offer))
        #expect(try town.offer(offer).terms.isByDesk)
        #expect(try town.offer(offer).terms.version == 2)
        try town.expect(try town.agreeing("perizinan", offer, terms: 2))
        try town.expect(try town.agreeing("dukcapil", offer, terms: 2))
        try town.expect(try town.person("bkd", offer, "agree", terms: 2))
        #expect(try town.hold(offer) == .held)
        var withdrawn = town
        try withdrawn.withdrawing("bkd", offer)
        #expect(try withdrawn.closing(offer) == "withdrawn")
        try town.expect(try town.countering("dukcapil", offer, terms: 2, start: "2026-07-12"))
        #expect(try town.offer(offer).terms.isByDesk == false)
        #expect(try town.act("bkd", "offer.withdraw", "{}", on: offer) == .rejected(.notAllowed, [("who", "parties")]))
    }

    @Test func whatHoldsAHiddenOfferNamesItToNobodyElse() throws {
        var (town, card, vacancy) = try Self.stage()
        try town.expect(try town.opening(card, vacancy))
        let offer = try town.last
        let closing = try town.act("dukcapil", "card.close", #"{"reason":"pensiun"}"#, on: card)
        #expect(closing == .rejected(.wrongState, [("state", "held"), ("offers", .array([]))]))
        let withdrawal = try town.act("perizinan", "vacancy.withdraw", #"{"reason":"batal"}"#, on: vacancy)
        #expect(withdrawal.code == .seatsHeld && !withdrawal.said.contains(offer.text))
        let training =
            #"{"training":{"offer":"\#(offer)","competence":"izin","level":3,"hours":20,"provider":"sosial"}}"#
        #expect(try town.act("bkd", "training.require", training).code == .wrongState)
    }

    @Test func aHiddenRouteThatAsksAnAgencyIsNoPolicy() throws {
        var town = try Town()
        let asking = PolicyText.policy(version: 2).replacing(
            #""home":"none","receiving":"none","person":"told""#, with: #""home":"heard","receiving":"none""#)
        let outcome = try town.act("bkd", "policy.apply", #"{"policy":\#(asking)}"#)
        #expect(outcome.code == .badBody && outcome.said.contains("/routes/3/seen"))
    }

    @Test(arguments: [("1", 1), ("9", 9), ("0", nil), ("10", nil), (#""7""#, nil)] as [(String, Int?)])
    func homeTellsTheDeskTheBoxOfAPersonWithACheck(box: String, told: Int?) throws {
        var (town, card, _) = try Self.stage()
        let body = #"{"route":"\#(town.hidden)","sheet":\#(Town.sheet()),"box":\#(box)}"#
        let outcome = try town.act("dukcapil", "card.check", body, on: card)
        guard let told else {
            #expect(outcome.code == .badBody && outcome.said.contains("/box"))
            return
        }
        try town.expect(outcome)
        let record = try #require(try town.records(.check).first)
        #expect(try CardCheck(record).box == told)
        #expect(record.audience == .of(["bkd", "dukcapil"].compactMap { AgencyCode($0) }))
        try town.expect(try town.checking("dukcapil", card, town.hidden))
        #expect(try CardCheck(try town.record(record.id)).box == nil, "the next check tells it anew, or not at all")
    }

    @Test func homeTellsTheDeskTheSeatOfAPersonWithACheck() throws {
        var (town, card, _) = try Self.stage()
        func checking(_ seat: String) -> String {
            #"{"route":"\#(PolicyText.move)-tertutup","sheet":\#(Town.sheet()),"seat":\#(seat)}"#
        }
        let place = #""place":{"post":{"id":"p1","name":"Operator"},"unit":{"id":"u1","name":"Loket"}}"#
        let seat = #"{\#(place),"standard":{"levels":{"izin":3}}}"#
        #expect(try town.act("dukcapil", "card.check", checking("{}"), on: card).code == .badBody)
        let large = #"{\#(place),"standard":{},"more":"\#(String(repeating: "x", count: CardCheck.seatByteLimit))"}"#
        #expect(
            try town.act("dukcapil", "card.check", checking(large), on: card)
                == .rejected(.limit, [("limit", .integer(CardCheck.seatByteLimit))]))
        try town.expect(try town.act("dukcapil", "card.check", checking(seat), on: card))
        let record = try #require(try town.records(.check).first)
        #expect(try CardCheck(record).seat == Array(seat.utf8))
        #expect(record.audience == .of(["bkd", "dukcapil"].compactMap { AgencyCode($0) }))
        // The next check says it anew, or not at all.
        try town.expect(try town.checking("dukcapil", card, town.hidden))
        #expect(try CardCheck(try town.record(record.id)).seat == nil)
        #expect(try JSON(parsing: try town.record(record.id).body)["seat"] == nil)
    }
}
