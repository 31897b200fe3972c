import StrictJSON
import Testing

@testable import Negotiation

@Suite struct StaleTermsTests {
    @Test(arguments: PolicyNames.allCases)
    func anAnswerToOldTermsIsRefusedWithTheNewOnes(names: PolicyNames) throws {
        var town = try names.town()
        let offer = try town.propose(
            "dukcapil", try town.post("dukcapil", person: 1), try town.open("perizinan", town.move))
        try town.expect(try town.countering("perizinan", offer, start: "2026-07-15"))
        for outcome in [
            try town.agreeing("dukcapil", offer), try town.refusing("dukcapil", offer),
            try town.countering("dukcapil", offer, start: "2026-09-01"),
        ] {
            #expect(outcome.code == .staleTerms)
            #expect(outcome.said.contains(#""version":2"#))
            #expect(outcome.said.contains("2026-07-15"))
        }
        #expect(try town.offer(offer).terms.version == 2)
        try town.expect(try town.agreeing("dukcapil", offer, terms: 2))
        #expect(try town.label(offer) == .held)
    }

    @Test(arguments: PolicyNames.allCases)
    func newTermsReleaseTheHoldAndDropOpinions(names: PolicyNames) throws {
        var town = try names.town()
        let vacancy = try town.open("perizinan", town.move)
        let first = try town.agreed("dukcapil", try town.post("dukcapil", person: 1), "perizinan", vacancy)
        let second = try town.agreed("dukcapil", try town.post("dukcapil", person: 2), "perizinan", vacancy)
        try town.expect(try town.issuing(town.board, [first]))
        try town.expect(try town.countering("dukcapil", first, start: "2026-07-15"))
        #expect(try town.label(first) == .proposed)
        #expect(try town.offer(first).opinions.isEmpty)
        #expect(try town.label(second) == .held)
        #expect(try town.issuing(town.board, [first]).said.contains("stale-terms"))
        try town.expect(try town.agreeing("perizinan", first, terms: 2))
        #expect(try town.label(first) == .waiting)
    }

    @Test func theSameTermsAgainAreNoCounter() throws {
        var town = try Town()
        let offer = try town.propose(
            "dukcapil", try town.post("dukcapil", person: 1), try town.open("perizinan", town.move))
        #expect(try town.countering("perizinan", offer, start: "2026-07-01").code == .alreadyDone)
    }
}
