import Personnel
import StrictJSON
import Testing

@testable import Negotiation

@Suite struct SilenceTests {
    private func asked(_ names: PolicyNames) throws -> (Town, RecordID) {
        var town = try names.town()
        let offer = try town.ask(
            "perizinan", try town.post("dukcapil", person: 1), try town.open("perizinan", town.move))
        return (town, offer)
    }

    @Test(arguments: PolicyNames.allCases)
    func aHeardPartysDeadlineRunsFromTheFirstDayThatKnewTheTerms(names: PolicyNames) throws {
        var (town, offer) = try asked(names)
        let home = try #require(AgencyCode("dukcapil"))
        town.reach[home] = try town.offer(offer).terms.position - 1
        try town.day("2026-06-02")
        #expect(try town.offer(offer).homeClock == nil)
        town.reach[home] = try town.offer(offer).terms.position
        try town.day("2026-06-05")
        #expect(try town.offer(offer).homeClock?.iso == "2026-06-05")
        try town.day("2026-06-19")
        #expect(try town.label(offer) == .proposed)
        try town.day("2026-06-20")
        #expect(try town.label(offer) == .contested)
        #expect(try town.offer(offer).homeStance?.says == .silent)
    }

    @Test(arguments: PolicyNames.allCases)
    func silenceCountsAtTheOuterLimitEvenForWhoNeverSynced(names: PolicyNames) throws {
        var (town, offer) = try asked(names)
        try town.day("2026-07-01")
        #expect(try town.label(offer) == .proposed)
        try town.day("2026-07-02")
        #expect(try town.label(offer) == .contested)
        try town.expect(try town.agreeing("dukcapil", offer))
        #expect(try town.label(offer) == .held)
    }

    @Test(arguments: PolicyNames.allCases, [true, false])
    func thePersonnelAgencyDecidesAContestedOffer(names: PolicyNames, proceeds: Bool) throws {
        var (town, offer) = try asked(names)
        #expect(try town.deciding(offer, proceed: true).code == .wrongState)
        try town.expect(try town.refusing("dukcapil", offer))
        #expect(try town.label(offer) == .contested)
        try town.expect(try town.deciding(offer, proceed: proceeds))
        #expect(try town.label(offer) == (proceeds ? .held : .closed))
        #expect(try town.closing(offer) == (proceeds ? nil : "decided-against"))
        #expect(try town.offer(offer).homeStance?.says == .refuse)
        #expect(try town.offer(offer).override?.sides == [.home])
    }

    @Test(arguments: PolicyNames.allCases)
    func aRequiredPartysRefusalOrSilenceCloses(names: PolicyNames) throws {
        var town = try names.town()
        let vacancy = try town.open("perizinan", town.move)
        let refused = try town.propose("dukcapil", try town.post("dukcapil", person: 1), vacancy)
        let silent = try town.propose("dukcapil", try town.post("dukcapil", person: 2), vacancy)
        try town.expect(try town.refusing("perizinan", refused))
        try town.day("2026-07-02")
        #expect(try town.closing(refused) == "refused")
        #expect(try town.closing(silent) == "silent")
    }

    @Test(arguments: PolicyNames.allCases)
    func aDecisionOverOnePartyIsNoneOverTheOther(names: PolicyNames) throws {
        var town = try names.town()
        let vacancy = try town.open("perizinan", town.heard)
        let offer = try town.propose("dukcapil", try town.post("dukcapil", person: 1), vacancy)
        try town.expect(try town.refusing("perizinan", offer))
        try town.expect(try town.deciding(offer, proceed: true))
        #expect(try town.label(offer) == .held)
        try town.expect(try town.refusing("dukcapil", offer))
        #expect(try town.label(offer) == .contested)
        #expect(try town.vacancy(vacancy).taken == 0)
        try town.expect(try town.deciding(offer, proceed: true))
        #expect(try town.label(offer) == .held)
        #expect(try town.offer(offer).override?.sides == [.home, .receiving])
    }

    @Test(arguments: PolicyNames.allCases)
    func aHoldWithoutProgressEndsAfterThePolicysDays(names: PolicyNames) throws {
        var town = try names.town()
        let vacancy = try town.open("pasar", town.loan)
        let first = try town.agreed("dukcapil", try town.post("dukcapil", person: 1), "pasar", vacancy)
        let second = try town.agreed("dukcapil", try town.post("dukcapil", person: 2), "pasar", vacancy)
        try town.day("2026-07-01")
        #expect(try town.hold(first) == .held)
        try town.day("2026-07-02")
        #expect(try town.closing(first) == "hold-expired")
        #expect(try town.label(second) == .held)
        try town.day("2026-07-20")
        try town.expect(try town.issuing(town.head, [second]))
        try town.day("2026-08-19")
        #expect(try town.label(second) == .approved)
    }
}
