import Testing

@testable import Negotiation

/// Somebody of perizinan serves at pasar until 1 August, when the own unit goes over to sosial.
@Suite struct LentTests {
    private var town: Town
    private let card: RecordID
    private let loan: RecordID
    private let lentOffer: RecordID

    init() throws {
        var town = try Town()
        card = try town.post("perizinan", person: 2)
        lentOffer = try town.agreed("perizinan", card, "pasar", try town.open("pasar", town.loan))
        loan = try town.decreed(lentOffer)
        self.town = town
    }

    /// The offer that confirms the person at sosial.
    private func confirming(_ town: inout Town, on day: String) throws -> RecordID {
        try town.expect(
            try town.act(
                "bkd", "reorganisation.apply",
                #"{"reorganisation":{"number":"P-1","date":"2026-06-01","from":"\#(day)","route":"\#(town.heard)","units":[{"unit":"u1","name":"Loket","from":"perizinan","to":"sosial","posts":[{"post":{"id":"p1","name":"Operator","kind":"pelaksana"},"seats":1}]}]}}"#
            ))
        let act = try Reorganisation(try #require(try town.records(.reorganisation).first))
        return try town.agreed("perizinan", card, "sosial", try #require(act.opened.first))
    }

    private func confirmed(_ town: inout Town) throws -> RecordID {
        if try town.transfer(loan).started == nil { try town.started(loan) }
        let offer = try confirming(&town, on: "2026-07-01")
        #expect(try town.label(offer) == .held)
        try town.expect(try town.issuing(town.head, [offer]))
        try town.expect(try town.issuing(town.decree, [offer]))
        let transfer = try #require(try town.offer(offer).decreed).transfer
        try town.expect(try town.starting("sosial", transfer, date: "2026-07-01"))
        return transfer
    }

    @Test func whoIsLentOutIsConfirmedMeanwhileAndReturnsToTheNewAgency() throws {
        var town = town
        _ = try confirmed(&town)
        #expect(try town.card(card).ended?.reason == "moved")
        let running = try town.transfer(loan)
        #expect((running.home.text, running.receiving.text, running.state) == ("sosial", "pasar", .started))
        #expect(try town.record(loan).audience == .of(["bkd", "pasar", "sosial"].compactMap(AgencyCode.init)))
        #expect(try town.record(lentOffer).audience == town.record(loan).audience)
        let decree = try town.record(running.document)
        #expect(AgencyCode("sosial").map(decree.audience.includes) == true)
        let recall = #"{"date":"2026-07-20"}"#
        #expect(try town.act("perizinan", "transfer.recall", recall, on: loan).code == .notFound)

        // The card that the new agency opens holds the seat: nothing else can have the person before the return.
        let new = try town.post("sosial", person: 2)
        #expect(try town.transfer(loan).card == new && town.offer(lentOffer).card == new)
        let next = try town.agreed("sosial", new, "dukcapil", try town.open("dukcapil", town.move))
        #expect(try town.offer(next).hold?.reason == "card")
        var recalled = town
        try recalled.day("2026-07-20")
        try recalled.expect(try recalled.act("sosial", "transfer.recall", recall, on: loan))
        #expect(try recalled.transfer(loan).ended?.reason == "returned" && recalled.hold(next) == .held)
        try town.day("2026-08-01")
        #expect(try town.transfer(loan).ended?.reason == "returned" && town.hold(next) == .held)
    }

    @Test func anotherMoveStillWaitsForTheReturn() throws {
        var town = town
        try town.started(loan)
        let other = try town.agreed("perizinan", card, "dukcapil", try town.open("dukcapil", town.move))
        #expect(try town.offer(other).hold?.reason == "card")
        let confirmation = try confirming(&town, on: "2026-07-01")
        #expect(try town.hold(confirmation) == .held && town.hold(other) == .waiting)
        try town.day("2026-08-01")
        #expect(try town.hold(other) == .waiting)
    }

    @Test func aSecondmentThatHasNotBegunKeepsTheCardUntilItDoes() throws {
        var town = town
        let confirmation = try confirming(&town, on: "2026-06-01")
        #expect(try town.offer(confirmation).hold?.reason == "card")
        try town.started(loan)
        #expect(try town.hold(confirmation) == .held)
    }

    @Test func onlyTheNewAgencysCardTakesTheSeatOver() throws {
        var town = town
        _ = try confirmed(&town)
        let foreign = try town.post("dukcapil", person: 2)
        #expect(try town.transfer(loan).card == card)
        try town.expect(try town.act("dukcapil", "card.close", #"{"reason":"salah"}"#, on: foreign))
        let new = try town.post("sosial", person: 2)
        #expect(try town.transfer(loan).card == new)
    }

    @Test func whoHasReturnedBeforeTheNewCardIsFree() throws {
        var town = town
        _ = try confirmed(&town)
        try town.day("2026-08-01")
        #expect(try town.transfer(loan).ended?.reason == "returned")
        let new = try town.post("sosial", person: 2)
        #expect(try town.transfer(loan).card == card)
        let next = try town.propose("sosial", new, try town.open("dukcapil", town.move), start: "2026-09-01")
        try town.expect(try town.agreeing("dukcapil", next))
        #expect(try town.hold(next) == .held)
    }

    /// The place where the person serves goes over to the agency of the own unit, too.
    @Test func whoServesAtTheNewAgencyAlreadyServesInsideIt() throws {
        var town = try Town()
        let card = try town.post("perizinan", person: 2)
        let offer = try town.agreed("perizinan", card, "sosial", try town.open("sosial", town.loan))
        let loan = try town.decreed(offer)
        try town.started(loan)
        let copy = LentTests(town, card, loan, offer)
        var moved = town
        _ = try copy.confirmed(&moved)
        #expect(try moved.transfer(loan).home == moved.transfer(loan).receiving)
        _ = try moved.post("sosial", person: 2)
        try moved.day("2026-08-01")
        #expect(try moved.transfer(loan).ended?.reason == "returned")
    }

    private init(_ town: Town, _ card: RecordID, _ loan: RecordID, _ offer: RecordID) {
        (self.town, self.card, self.loan, lentOffer) = (town, card, loan, offer)
    }
}
