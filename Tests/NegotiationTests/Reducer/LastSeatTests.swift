import StrictJSON
import Testing

@testable import Negotiation

@Suite struct LastSeatTests {
    @Test(arguments: PolicyNames.allCases)
    func agreedOffersTakeTheLastSeatInJournalOrderAndTheRestWait(names: PolicyNames) throws {
        var town = try names.town()
        let vacancy = try town.open("pasar", town.loan)
        let offers = try (1...3).map { person in
            try town.agreed("dukcapil", try town.post("dukcapil", person: person), "pasar", vacancy)
        }
        #expect(try offers.map { try town.hold($0) } == [.held, .waiting, .waiting])
        #expect(try town.vacancy(vacancy).taken == 1)
        try town.withdrawing("dukcapil", offers[0])
        #expect(try offers.map { try town.hold($0) } == [.held, .held, .waiting])
        #expect(try town.closing(offers[0]) == "withdrawn")
        #expect(try town.vacancy(vacancy).taken == 1)
        try town.expect(try town.refusing("pasar", offers[1]))
        #expect(try town.closing(offers[1]) == "refused")
        #expect(try town.label(offers[2]) == .held)
    }

    @Test(arguments: PolicyNames.allCases)
    func aWaitingOfferIsCheckedAgainBeforeItHolds(names: PolicyNames) throws {
        var town = try names.town()
        let vacancy = try town.open("pasar", town.loan)
        let cards = try (1...3).map { try town.post("dukcapil", person: $0) }
        let offers = try cards.map { try town.agreed("dukcapil", $0, "pasar", vacancy) }
        let was = #"{"levels":{"layanan":4,"izin":3}}"#
        let now = #"{"levels":{"layanan":1,"izin":1}}"#
        try town.expect(
            try town.editing("dukcapil", cards[1], "competences", was: was, now: now, kind: "card.edit"))
        try town.withdrawing("dukcapil", offers[0])
        #expect(try town.closing(offers[1]) == "rule")
        #expect(try town.label(offers[2]) == .held)
    }

    @Test(arguments: PolicyNames.allCases)
    func anOfferThatAgreesToNewTermsWaitsBehindThoseThatWaited(names: PolicyNames) throws {
        var town = try names.town()
        let vacancy = try town.open("dukcapil", town.loan)
        let first = try town.propose("dukcapil", try town.post("dukcapil", person: 1), vacancy)
        let second = try town.propose("dukcapil", try town.post("dukcapil", person: 2), vacancy)
        #expect(try town.hold(first) == .held)
        #expect(try town.hold(second) == .waiting)
        try town.expect(try town.countering("dukcapil", first, start: "2026-07-05"))
        #expect(try town.hold(second) == .held)
        #expect(try town.hold(first) == .waiting)
    }
}
