import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// One person in the official files of two agencies.
@Suite struct ContestTests {
    private func contest(_ town: inout Town, _ author: String, person: Int = 1) throws -> Outcome {
        try town.act(author, "card.contest", #"{"person":"\#(Town.hash(person))"}"#, on: try town.region)
    }

    @Test func theCardsAgencyAndTheDeskAreToldAndNobodyElse() throws {
        var town = try Town()
        try town.expect(try town.act("dukcapil", "card.post", Town.cardBody(1)))
        let card = try town.last
        #expect(try town.act("sosial", "card.post", Town.cardBody(1)).code == .personHasCard)
        try town.expect(try contest(&town, "sosial"))
        let record = try #require(try town.records(.notice).last)
        let notice = try Notice(record)
        #expect(record.audience == .of(["bkd", "dukcapil"].compactMap(AgencyCode.init)))
        #expect((notice.code, notice.agency.text, notice.record) == (.personTwice, "dukcapil", card))
        #expect(notice.detailed("claimedBy") == "sosial")
        // Neither the card nor the person's key leaves for the claimant.
        #expect(!String(decoding: record.body, as: UTF8.self).contains(Town.hash(1)))
    }

    @Test func saidAgainItIsBroughtUpToDate() throws {
        var town = try Town()
        try town.expect(try town.act("dukcapil", "card.post", Town.cardBody(1)))
        try town.expect(try contest(&town, "sosial"))
        try town.day("2026-06-09")
        try town.expect(try contest(&town, "sosial"))
        try town.expect(try contest(&town, "pasar"))
        let notices = try town.records(.notice).map(Notice.init)
        #expect(notices.map { $0.detailed("claimedBy") } == ["sosial", "pasar"])
        #expect(notices.first?.day.iso == "2026-06-09")
    }

    @Test func nothingStandsAgainstAPersonWithoutACardOrWithOnesOwn() throws {
        var town = try Town()
        #expect(try contest(&town, "sosial") == .rejected(.wrongState, [("state", "no-card")]))
        try town.expect(try town.act("dukcapil", "card.post", Town.cardBody(1)))
        let card = try town.last
        #expect(try contest(&town, "dukcapil") == .rejected(.exists, [("card", .string(card.text))]))
        try town.expect(try town.act("dukcapil", "card.close", #"{"reason":"pensiun"}"#, on: card))
        #expect(try contest(&town, "sosial").code == .wrongState)
        #expect(try contest(&town, "sosial/second").code == .notAllowed)
    }

    @Test(arguments: ["{}", #"{"person":"x"}"#, #"{"person":7}"#])
    func aTagIsTheKeyedHash(body: String) throws {
        var town = try Town()
        #expect(try town.act("sosial", "card.contest", body, on: try town.region).code == .badBody)
    }
}
