import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// A seat that somebody leaves before a newcomer starts.
@Suite struct FreedSeatTests {
    @Test func theSeatHoldsAndTheStartWaitsUntilItIsLeft() throws {
        var town = try Town()
        let leaving = try town.post("perizinan", person: 1)
        let seat = try town.open("perizinan", town.move, freedBy: leaving)
        let offer = try town.agreed("dukcapil", try town.post("dukcapil", person: 2), "perizinan", seat)
        #expect(try town.hold(offer) == .held)
        #expect(try town.offer(offer).computed.first { $0.rule == .r3 }?.reason == .seatFreed)
        let transfer = try town.decreed(offer)
        let away = try town.agreed("perizinan", leaving, "pasar", try town.open("pasar", town.heard))
        let first = try town.decreed(together: [away])[0]
        try town.day("2026-07-01")
        for step in try town.transfer(transfer).openSteps {
            try town.expect(
                try town.step(
                    step.owner == .home ? "dukcapil" : "perizinan", "transfer.\(step.step)", transfer,
                    date: "2026-06-20"))
        }
        #expect(try town.transfer(transfer).openGates == ["freed"])
        #expect(try town.starting(transfer).said.contains("freed"))
        try town.expect(try town.starting(first))
        #expect(try town.transfer(transfer).state == .ready)
        try town.expect(try town.starting(transfer))
    }

    @Test func aSecondmentLeavesNoSeat() throws {
        var town = try Town()
        let leaving = try town.post("perizinan", person: 1)
        let seat = try town.open("perizinan", town.heard, freedBy: leaving)
        let offer = try town.agreed("dukcapil", try town.post("dukcapil", person: 2), "perizinan", seat)
        let transfer = try town.decreed(together: [offer])[0]
        let loan = try town.agreed("perizinan", leaving, "pasar", try town.open("pasar", town.loan))
        try town.started(try town.decreed(loan))
        #expect(try town.transfer(transfer).openGates == ["freed"])
    }

    @Test func withAnOverlapTheNewcomerStartsBeside() throws {
        var town = try Town()
        let leaving = try town.post("perizinan", person: 1)
        let seat = try town.open("perizinan", town.heard, freedBy: leaving, overlap: true)
        let offer = try town.agreed("dukcapil", try town.post("dukcapil", person: 2), "perizinan", seat)
        let transfer = try town.decreed(together: [offer])[0]
        #expect(try town.transfer(transfer).openGates == [])
    }

    @Test func onlyAnOwnCardThatIsThereLeavesOneSeat() throws {
        var town = try Town()
        let other = try town.post("dukcapil", person: 1)
        let own = try town.post("perizinan", person: 2)
        #expect(try town.opening("perizinan", town.heard, freedBy: other).said.contains("dukcapil"))
        #expect(try town.opening("perizinan", town.heard, freedBy: own, seats: 2).code == .badBody)
        #expect(try town.opening("perizinan", town.heard, freedBy: try town.id(9999)).code == .notFound)
        try town.expect(try town.opening("perizinan", town.heard, freedBy: own))
        let seat = try town.last
        #expect(try town.opening("perizinan", town.heard, freedBy: own).said.contains(seat.text))
        let gone = try town.post("perizinan", person: 3)
        try town.expect(try town.act("perizinan", "card.close", #"{"reason":"pensiun"}"#, on: gone))
        #expect(try town.opening("perizinan", town.heard, freedBy: gone).code == .cardClosed)
    }

    @Test func whileAnOfferHoldsTheSeatOnlyAnEndedCardIsTakenOut() throws {
        var town = try Town()
        let leaving = try town.post("perizinan", person: 1)
        let seat = try town.open("perizinan", town.heard, freedBy: leaving)
        let offer = try town.agreed("dukcapil", try town.post("dukcapil", person: 2), "perizinan", seat)
        let was = #"{"by":"\#(leaving)"}"#
        #expect(try town.editing("perizinan", seat, "freed", was: was, now: "{}").code == .seatsHeld)
        let transfer = try town.decreed(together: [offer])[0]
        try town.expect(try town.act("perizinan", "card.close", #"{"reason":"moved"}"#, on: leaving))
        // A closed card says nothing of the seat; its agency does.
        #expect(try town.transfer(transfer).openGates == ["freed"])
        try town.expect(try town.editing("perizinan", seat, "freed", was: was, now: "{}"))
        #expect(try town.transfer(transfer).openGates == [])
    }

    @Test func aNeedBelowTheHoldersIsNoSeatAlsoWhenSomebodyLeaves() throws {
        var town = try Town()
        let leaving = try town.post("perizinan", person: 1)
        let body = Town.vacancyBody(town.move, need: 2)
        try town.expect(
            try town.act(
                "perizinan", "vacancy.open",
                body.replacing(#""seats":"#, with: #""freed":{"by":"\#(leaving)"},"seats":"#)))
        let seat = try town.last
        let card = try town.post("dukcapil", person: 2)
        #expect(try town.proposing("dukcapil", card, seat).code == .rule)
    }

    @Test func theDeskOpensItForTheAgencyOfTheCardWhichIsTold() throws {
        var town = try Town()
        let leaving = try town.post("perizinan", person: 1)
        try town.expect(try town.opening(for: "perizinan", town.wish, freedBy: leaving))
        let seat = try town.last
        let vacancy = try town.vacancy(seat)
        #expect([vacancy.agency.text, vacancy.openedBy?.text] == ["perizinan", "bkd"])
        #expect(vacancy.freedBy == leaving)
        #expect(try town.record(seat).audience == .all)
        let notice = try Notice(try #require(try town.records(.notice).last))
        #expect(notice.code == .seatOpened && notice.agency.text == "perizinan" && notice.record == seat)
        #expect(try town.opening("perizinan", town.heard, freedBy: leaving).said.contains(seat.text))
        #expect(try town.act("bkd", "vacancy.edit", #"{"was":{},"now":{"x":{}}}"#, on: seat).code == .notAllowed)
        try town.expect(try town.act("bkd", "vacancy.withdraw", #"{"reason":"batal"}"#, on: seat))
        #expect(try town.vacancy(seat).ended?.reason == "batal")
        #expect(try town.opening("perizinan", town.heard, freedBy: leaving).kind == .accepted)
        let own = try town.last
        #expect(try town.act("bkd", "vacancy.withdraw", #"{"reason":"batal"}"#, on: own).code == .notAllowed)
    }

    @Test func theDeskOpensNoOtherSeatOfAnAgencyAndNobodyElseDoes() throws {
        var town = try Town()
        let leaving = try town.post("perizinan", person: 1)
        #expect(
            try town.opening(for: "perizinan", town.wish, freedBy: leaving, author: "pasar")
                == .rejected(.notAllowed, [("who", "desk")]))
        #expect(
            try town.opening(for: "perizinan", town.wish, freedBy: nil)
                == .rejected(.incomplete, [("missing", .array([.string("freed")]))]))
        let refused = try town.opening(for: "perizinan", town.heard, freedBy: leaving)
        #expect(refused.code == .unsupported && refused.said.contains("opens"))
        #expect(
            try town.opening(for: "pasar", town.wish, freedBy: leaving)
                == .rejected(.notAllowed, [("who", "perizinan")]))
        // An agency may name itself.
        try town.expect(try town.opening(for: "perizinan", town.heard, freedBy: leaving, author: "perizinan"))
        #expect(try town.vacancy(try town.last).openedBy == nil)
    }

    @Test func onAHiddenRouteTheDeskHasItForItselfUntilTheDecree() throws {
        var town = try Town()
        let leaving = try town.post("perizinan", person: 1)
        let coming = try town.post("dukcapil", person: 2)
        let desk = Audience.of([try #require(AgencyCode("bkd"))])
        try town.expect(try town.opening(for: "perizinan", town.hidden, freedBy: leaving))
        let seat = try town.last
        #expect(try town.record(seat).audience == desk)
        #expect(try town.records(.notice).isEmpty)
        // The owner is told that the seat is taken already, not by what.
        #expect(try town.opening("perizinan", town.heard, freedBy: leaving) == .rejected(.exists))
        try town.expect(try town.checking("dukcapil", coming, town.hidden))
        try town.expect(try town.opening(coming, seat))
        let offer = try town.last
        try town.expect(try town.issuing(town.board, [offer]))
        try town.expect(try town.issuing(town.head, [offer]))
        #expect(try town.record(seat).audience == desk)
        try town.expect(try town.issuing(town.decree, [offer]))
        #expect(try town.record(seat).audience == .all)
        #expect(try town.records(.notice).map { try Notice($0).record } == [seat])
    }
}
