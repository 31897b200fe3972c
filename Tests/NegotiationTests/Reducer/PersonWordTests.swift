import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// The person's own word, where the route requires it or hears it.
@Suite struct PersonWordTests {
    private static func agreed(_ route: (Town) -> String) throws -> (town: Town, offer: RecordID) {
        var town = try Town()
        let card = try town.post("dukcapil", person: 1)
        let vacancy = try town.open("perizinan", route(town))
        let offer = try town.agreed("dukcapil", card, "perizinan", vacancy)
        return (town, offer)
    }

    @Test func nothingIsHeldBeforeTheRequiredPersonAgrees() throws {
        var (town, offer) = try Self.agreed(\.wish)
        #expect(try town.label(offer) == .proposed)
        #expect(try town.hold(offer) == nil)
        try town.expect(try town.person("dukcapil", offer, "agree"))
        #expect(try town.hold(offer) == .held)
        let word = try #require(try town.offer(offer).person)
        #expect(word.says == .agree)
        #expect(String(decoding: word.value, as: UTF8.self).contains(#""number":"S-1""#))
        #expect(try town.person("dukcapil", offer, "agree").code == .alreadyDone)
    }

    @Test func aRefusalOfTheRequiredPersonClosesAlsoWhatIsHeld() throws {
        var (town, offer) = try Self.agreed(\.wish)
        try town.expect(try town.person("bkd", offer, "agree"))
        let vacancy = try town.offer(offer).vacancy
        #expect(try town.vacancy(vacancy).taken == 1)
        try town.expect(try town.person("bkd", offer, "refuse"))
        #expect(try town.closing(offer) == "person-refused")
        #expect(try town.vacancy(vacancy).taken == 0)
        #expect(try town.person("bkd", offer, "agree").code == .wrongState)
    }

    @Test func theHeardPersonsRefusalWaitsForTheDesk() throws {
        var (town, offer) = try Self.agreed(\.far)
        try town.expect(try town.person("dukcapil", offer, "refuse"))
        #expect(try town.label(offer) == .contested)
        try town.expect(try town.deciding(offer, proceed: true))
        #expect(try town.label(offer) == .held)
        let override = try #require(try town.offer(offer).override)
        #expect(override.isOverPerson)
        #expect(override.sides == [])
    }

    @Test func theDeskMayDecideAgainstAndThePersonMayComeRound() throws {
        var (town, offer) = try Self.agreed(\.far)
        try town.expect(try town.person("dukcapil", offer, "refuse"))
        var other = town
        try other.expect(try other.deciding(offer, proceed: false))
        #expect(try other.closing(offer) == "decided-against")
        try town.expect(try town.person("dukcapil", offer, "agree"))
        #expect(try town.label(offer) == .held)
    }

    @Test func aPersonWhoHoldsASeatAndRefusesGivesItFree() throws {
        var (town, offer) = try Self.agreed(\.far)
        try town.expect(try town.person("dukcapil", offer, "agree"))
        #expect(try town.hold(offer) == .held)
        try town.expect(try town.person("dukcapil", offer, "refuse"))
        #expect(try town.label(offer) == .contested)
        #expect(try town.vacancy(try town.offer(offer).vacancy).taken == 0)
    }

    @Test func silenceCountsAfterTheOuterLimit() throws {
        var (town, far) = try Self.agreed(\.far)
        try town.day("2026-06-15")
        #expect(try town.label(far) == .proposed)
        try town.day("2026-06-16")
        #expect(try town.label(far) == .contested)
        #expect(try town.offer(far).person?.says == .silent)
        var (other, wish) = try Self.agreed(\.wish)
        try other.day("2026-07-01")
        #expect(try other.closing(wish) == nil)
        try other.day("2026-07-02")
        #expect(try other.closing(wish) == "silent")
    }

    @Test func theWordCountsOnItsTermsOnly() throws {
        var (town, offer) = try Self.agreed(\.wish)
        try town.expect(try town.person("dukcapil", offer, "agree"))
        try town.expect(try town.countering("perizinan", offer, start: "2026-07-05"))
        #expect(try town.offer(offer).person == nil)
        #expect(try town.person("dukcapil", offer, "agree").code == .staleTerms)
        try town.expect(try town.agreeing("dukcapil", offer, terms: 2))
        #expect(try town.hold(offer) == nil)
        try town.expect(try town.person("dukcapil", offer, "agree", terms: 2))
        #expect(try town.hold(offer) == .held)
    }

    @Test func homeAndDeskAloneRecordItAndOnlyWhereItIsAsked() throws {
        var (town, offer) = try Self.agreed(\.wish)
        #expect(try town.person("perizinan", offer, "agree") == .rejected(.notAllowed, [("who", "dukcapil")]))
        #expect(try town.person("sosial", offer, "agree") == .rejected(.notFound))
        var (other, move) = try Self.agreed(\.move)
        #expect(
            try other.person("dukcapil", move, "agree")
                == .rejected(.unsupported, [("route", .string(other.move)), ("person", "none")]))
    }

    @Test func theLettersDateIsNoDayToCome() throws {
        var (town, offer) = try Self.agreed(\.wish)
        let letter = #"{"terms":1,"says":"agree","letter":{"number":"S-1","date":"2026-06-02"}}"#
        let outcome = try town.act("dukcapil", "offer.person", letter, on: offer)
        #expect(outcome.code == .badBody)
        #expect(outcome.said.contains("/body/letter/date"))
    }
}
