import StrictJSON
import Testing

@testable import Negotiation

@Suite struct VacancyEndingTests {
    @Test(arguments: PolicyNames.allCases)
    func heldSeatsStandAgainstWithdrawalAndCut(names: PolicyNames) throws {
        var town = try names.town()
        let vacancy = try town.open("pasar", town.loan, seats: 2)
        let offers = try (1...3).map { person in
            try town.agreed("dukcapil", try town.post("dukcapil", person: person), "pasar", vacancy)
        }
        let withdrawn = try town.act("pasar", "vacancy.withdraw", #"{"reason":"batal"}"#, on: vacancy)
        #expect(withdrawn.code == .seatsHeld)
        #expect(withdrawn.said.contains(offers[0].text) && withdrawn.said.contains(offers[1].text))
        #expect(!withdrawn.said.contains(offers[2].text))
        let cut = try town.editing("pasar", vacancy, "seats", was: Town.seats(2), now: Town.seats(1))
        #expect(cut.code == .seatsHeld)
        try town.expect(try town.editing("pasar", vacancy, "seats", was: Town.seats(2), now: Town.seats(3)))
        #expect(try town.hold(offers[2]) == .held)
    }

    @Test(arguments: PolicyNames.allCases)
    func aWithdrawnVacancyClosesItsOffers(names: PolicyNames) throws {
        var town = try names.town()
        let vacancy = try town.open("pasar", town.loan)
        let card = try town.post("dukcapil", person: 1)
        let offer = try town.propose("dukcapil", card, vacancy)
        try town.expect(try town.act("pasar", "vacancy.withdraw", #"{"reason":"batal"}"#, on: vacancy))
        #expect(try town.closing(offer) == "vacancy-withdrawn")
        #expect(try town.agreeing("pasar", offer).code == .wrongState)
        #expect(try town.proposing("dukcapil", card, vacancy).code == .vacancyClosed)
    }

    @Test func aVacancyPastItsDateTakesNoNewOffersWhileSeatsAreHeld() throws {
        var town = try Town()
        try town.expect(
            try town.act("pasar", "vacancy.open", Town.vacancyBody(town.loan, seats: 2, until: "2026-06-10")))
        let vacancy = try town.last
        let other = try town.post("dukcapil", person: 2)
        let offer = try town.agreed("dukcapil", try town.post("dukcapil", person: 1), "pasar", vacancy)
        try town.day("2026-06-11")
        #expect(try town.vacancy(vacancy).ended == nil)
        #expect(try town.proposing("dukcapil", other, vacancy).code == .vacancyClosed)
        try town.withdrawing("dukcapil", offer)
        try town.day("2026-06-12")
        #expect(try town.vacancy(vacancy).ended?.reason == "past-date")
    }
}
