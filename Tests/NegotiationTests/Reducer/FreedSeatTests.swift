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
}
