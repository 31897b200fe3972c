import StrictJSON
import Testing

@testable import Negotiation

@Suite struct OneCardTests {
    @Test(arguments: PolicyNames.allCases)
    func aHoldTakesSeatAndCardTogetherOrNothing(names: PolicyNames) throws {
        var town = try names.town()
        let card = try town.post("dukcapil", person: 1)
        let other = try town.post("dukcapil", person: 2)
        let market = try town.open("pasar", town.loan)
        let permits = try town.open("perizinan", town.loan)
        let first = try town.agreed("dukcapil", card, "pasar", market)
        let second = try town.agreed("dukcapil", card, "perizinan", permits)
        #expect(try town.offer(second).hold?.reason == "card")
        #expect(try town.vacancy(permits).taken == 0)
        let third = try town.agreed("dukcapil", other, "perizinan", permits)
        #expect(try town.hold(third) == .held)
        try town.withdrawing("dukcapil", first)
        #expect(try town.offer(second).hold?.reason == "seat")
        try town.withdrawing("dukcapil", third)
        #expect(try town.hold(second) == .held)
        #expect(try town.vacancy(permits).taken == 1)
        #expect(try town.vacancy(market).taken == 0)
    }

    @Test(arguments: PolicyNames.allCases)
    func aStartForGoodClosesTheCardsOtherOffers(names: PolicyNames) throws {
        var town = try names.town()
        let card = try town.post("dukcapil", person: 1)
        let transfer = try town.decreed(
            try town.agreed("dukcapil", card, "perizinan", try town.open("perizinan", town.move)))
        let other = try town.agreed("dukcapil", card, "pasar", try town.open("pasar", town.move))
        #expect(try town.label(other) == .waiting)
        try town.started(transfer)
        #expect(try town.closing(other) == "card-closed")
    }

    @Test(arguments: PolicyNames.allCases)
    func aReturnFromAWithdrawnVacancyLeavesNoSeatTaken(names: PolicyNames) throws {
        var town = try names.town()
        let vacancy = try town.open("pasar", town.loan)
        let card = try town.post("dukcapil", person: 1)
        try town.started(try town.decreed(try town.agreed("dukcapil", card, "pasar", vacancy)))
        #expect(try town.vacancy(vacancy).ended?.reason == "filled")
        try town.day("2026-08-01")
        #expect(try town.vacancy(vacancy).filled == 0)
        #expect(try town.vacancy(vacancy).taken == 0)
    }
}
