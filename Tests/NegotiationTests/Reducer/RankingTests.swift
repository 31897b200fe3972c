import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// Selection and round: agreed offers wait for a ranking, and nobody is left out of it in silence.
@Suite struct RankingTests {
    /// perizinan collects until 10 June; dukcapil has offered a person for each number, and both agree.
    private func collected(
        _ count: Int, seats: Int = 1, mode: String = "selection", ranks: String? = nil, shortlist: Int? = nil
    ) throws -> (town: Town, vacancy: RecordID, offers: [RecordID]) {
        var town = try Town()
        let more =
            (ranks.map { #","ranks":"\#($0)""# } ?? "") + (shortlist.map { #","shortlist":\#($0)"# } ?? "")
        let body = Town.vacancyBody(town.move, seats: seats, mode: mode, until: "2026-06-10")
            .replacing(#""mode":"\#(mode)"}"#, with: #""mode":"\#(mode)"\#(more)}"#)
        try town.expect(try town.act("perizinan", "vacancy.open", body))
        let vacancy = try town.last
        let offers = try (0..<count).map { person in
            try town.agreed("dukcapil", try town.post("dukcapil", person: person + 1), "perizinan", vacancy)
        }
        return (town, vacancy, offers)
    }

    private func rank(
        _ town: inout Town, by author: String = "perizinan", _ vacancy: RecordID, _ order: [RecordID],
        over: [RecordID] = []
    ) throws -> Outcome {
        let passed = over.map { #"{"offer":"\#($0)","reason":{"attachment":"\#(Self.reason)"}}"# }
        return try town.act(
            author, "vacancy.rank",
            #"{"order":[\#(order.map { "\"\($0)\"" }.joined(separator: ","))],"passedOver":[\#(passed.joined(separator: ","))]}"#,
            on: vacancy)
    }

    private static let reason = String(repeating: "d", count: 64)

    @Test func agreedOffersWaitUntilTheRankingGivesTheSeats() throws {
        var (town, vacancy, offers) = try collected(4, seats: 2)
        #expect(try offers.map { try town.hold($0) } == Array(repeating: .waiting, count: 4))
        #expect(try town.offer(offers[0]).hold?.reason == "selection")
        #expect(try town.vacancy(vacancy).taken == 0)
        try town.day("2026-06-11")
        #expect(try town.vacancy(vacancy).ended == nil, "it waits for its ranking")
        try town.expect(try rank(&town, vacancy, [offers[2], offers[0], offers[3]], over: [offers[1]]))
        #expect(try town.hold(offers[2]) == .held)
        #expect(try town.hold(offers[0]) == .held)
        #expect(try town.hold(offers[3]) == .waiting)
        #expect(try town.offer(offers[3]).hold?.reason == "seat")
        #expect(try town.closing(offers[1]) == "passed-over")
        #expect(try town.offer(offers[1]).ranked?.reason == Self.reason)
        #expect(try town.offer(offers[2]).ranked?.place == 1)
        #expect(try town.offer(offers[3]).ranked?.place == 3)
        #expect(try town.offer(offers[3]).ranked?.count == 3)
        // One party learns nothing of the others' reasons.
        #expect(!String(decoding: try town.record(offers[2]).body, as: UTF8.self).contains(Self.reason))
        try town.withdrawing("dukcapil", offers[2])
        #expect(try town.hold(offers[3]) == .held, "the next in the order")
    }

    @Test func theOrderAndNotTheJournalSaysWhoIsNext() throws {
        var (town, vacancy, offers) = try collected(3)
        try town.day("2026-06-11")
        try town.expect(try rank(&town, vacancy, [offers[1], offers[2], offers[0]]))
        #expect(try offers.map { try town.hold($0) } == [.waiting, .held, .waiting])
        try town.withdrawing("dukcapil", offers[1])
        #expect(try offers.map { try town.hold($0) } == [.waiting, .held, .held])
    }

    @Test func everyWaitingOfferHasToBeNamedOnce() throws {
        var (town, vacancy, offers) = try collected(3)
        let late = try town.ask("perizinan", try town.post("dukcapil", person: 9), vacancy)
        try town.day("2026-06-11")
        let left = try rank(&town, vacancy, [offers[0]], over: [offers[1]])
        #expect(left.code == .incomplete)
        #expect(left.said.contains(offers[2].text) && !left.said.contains(late.text))
        let stray = try rank(&town, vacancy, [offers[0], offers[1], offers[2], late])
        #expect(stray.code == .wrongState)
        #expect(stray.said.contains("not-waiting") && stray.said.contains(late.text))
        #expect(try rank(&town, vacancy, [offers[0], offers[1], offers[2]], over: [offers[0]]).code == .badBody)
        try town.expect(try rank(&town, vacancy, [], over: offers))
        #expect(try offers.map { try town.closing($0) } == Array(repeating: "passed-over", count: 3))
        #expect(try rank(&town, vacancy, []).said.contains("nothing-waits"))
    }

    @Test(arguments: [("2026-06-10", false), ("2026-06-11", true)])
    func aSelectionIsRankedAfterItsClosingDate(day: String, isTaken: Bool) throws {
        var (town, vacancy, offers) = try collected(1)
        try town.day(day)
        let outcome = try rank(&town, vacancy, offers)
        #expect((outcome.kind == .accepted) == isTaken)
        #expect(isTaken || outcome.said.contains(#""until":"2026-06-10""#))
    }

    @Test func whoRanksIsSaidByTheVacancyAndBeforeItByTheRoute() throws {
        for (ranks, right, wrong) in [(nil, "perizinan", "bkd"), ("desk", "bkd", "perizinan")]
            as [(String?, String, String)]
        {
            var (town, vacancy, offers) = try collected(1, ranks: ranks)
            try town.day("2026-06-11")
            #expect(try rank(&town, by: wrong, vacancy, offers) == .rejected(.notAllowed, [("who", .string(right))]))
            #expect(try rank(&town, by: "pasar", vacancy, offers).code == .notAllowed)
            try town.expect(try rank(&town, by: right, vacancy, offers))
        }
        let policy = PolicyText.policy().replacing(
            #""modes":["first","selection","round"]"#, with: #""modes":["selection"],"ranks":"desk","shortlist":1"#)
        var town = try Town(policy: policy)
        try town.expect(
            try town.act(
                "perizinan", "vacancy.open", Town.vacancyBody(town.move, mode: "selection", until: "2026-06-10")))
        let vacancy = try town.last
        let offers = try (1...2).map {
            try town.agreed("dukcapil", try town.post("dukcapil", person: $0), "perizinan", vacancy)
        }
        try town.day("2026-06-11")
        #expect(try rank(&town, by: "perizinan", vacancy, offers).code == .notAllowed)
        #expect(try rank(&town, by: "bkd", vacancy, offers) == .rejected(.limit, [("limit", .integer(1))]))
        try town.expect(try rank(&town, by: "bkd", vacancy, [offers[0]], over: [offers[1]]))
        #expect(try town.act("pasar", "vacancy.open", Town.vacancyBody(town.move)).code == .unsupported)
    }

    @Test func aRoundIsRankedByTheDeskOnAnyDayAndAgain() throws {
        var (town, vacancy, offers) = try collected(2, mode: "round")
        #expect(try town.offer(offers[0]).hold?.reason == "round")
        #expect(try rank(&town, by: "perizinan", vacancy, offers).code == .notAllowed)
        try town.expect(try rank(&town, by: "bkd", vacancy, [offers[1], offers[0]]))
        #expect(try offers.map { try town.hold($0) } == [.waiting, .held])
        // A later one waits for the next ranking, which names all that wait.
        let third = try town.agreed("dukcapil", try town.post("dukcapil", person: 7), "perizinan", vacancy)
        #expect(try town.offer(third).hold?.reason == "round")
        try town.withdrawing("dukcapil", offers[1])
        #expect(try town.hold(offers[0]) == .held)
        try town.expect(try rank(&town, by: "bkd", vacancy, [third]))
        try town.withdrawing("dukcapil", offers[0])
        #expect(try town.hold(third) == .held)
    }

    @Test func newTermsHaveToBeRankedAgain() throws {
        var (town, vacancy, offers) = try collected(2)
        try town.day("2026-06-11")
        try town.expect(try rank(&town, vacancy, offers))
        try town.expect(try town.countering("dukcapil", offers[0], start: "2026-07-05"))
        #expect(try town.hold(offers[1]) == .held)
        try town.expect(try town.agreeing("perizinan", offers[0], terms: 2))
        #expect(try town.offer(offers[0]).hold?.reason == "selection")
        #expect(try town.offer(offers[0]).ranked == nil)
    }

    @Test func aSelectionHasAClosingDateAndItsModeStaysWhileSomebodyWaits() throws {
        var (town, vacancy, offers) = try collected(1)
        let opened = try town.act("pasar", "vacancy.open", Town.vacancyBody(town.move, mode: "selection"))
        #expect(opened.said.contains("openUntil"))
        let was = #"{"mode":"selection"}"#
        let outcome = try town.editing("perizinan", vacancy, "mode", was: was, now: #"{"mode":"first"}"#)
        #expect(outcome.code == .wrongState)
        #expect(outcome.said.contains(offers[0].text))
        try town.withdrawing("dukcapil", offers[0])
        try town.expect(try town.editing("perizinan", vacancy, "mode", was: was, now: #"{"mode":"first"}"#))
    }

    @Test(arguments: [
        #"{"mode":"undian"}"#, #"{"mode":"round","shortlist":0}"#, #"{"mode":"round","shortlist":11}"#,
        #"{"mode":"round","ranks":"home"}"#,
    ])
    func otherModesAndMembersAreRefused(mode: String) throws {
        var town = try Town()
        let body = Town.vacancyBody(town.move).replacing(#"{"mode":"first"}"#, with: mode)
        let outcome = try town.act("pasar", "vacancy.open", body)
        #expect(outcome.code == (mode.contains("undian") ? .unsupported : .badBody))
    }

    @Test func whatNobodyRankedEndsWithItsDateOnceNobodyWaits() throws {
        var (town, vacancy, offers) = try collected(1)
        try town.day("2026-06-15")
        #expect(try town.vacancy(vacancy).ended == nil)
        try town.expect(try rank(&town, vacancy, [], over: offers))
        try town.day("2026-06-16")
        #expect(try town.vacancy(vacancy).ended?.reason == "past-date")
    }

    @Test func whatIsHiddenFromWhoeverRanksIsNotNamedAndWaits() throws {
        let hiding = PolicyText.policy().replacing(
            #""modes":["first"],"rules":["R1","R3""#, with: #""modes":["first","selection"],"rules":["R1","R3""#)
        let showing = hiding.replacing(#""opens":["desk"],"seen":"decree","#, with: #""opens":["desk"],"#)
            .replacing(#""version":1"#, with: #""version":2"#)
        var town = try Town(policy: hiding)
        try town.expect(
            try town.act(
                "perizinan", "vacancy.open", Town.vacancyBody(town.hidden, mode: "selection", until: "2026-06-10")))
        let vacancy = try town.last
        try town.expect(try town.opening(try town.post("dukcapil", person: 1), vacancy))
        let hidden = try town.last
        try town.expect(try town.act("bkd", "policy.apply", #"{"policy":\#(showing)}"#))
        try town.expect(try town.opening(try town.post("dukcapil", person: 2), vacancy))
        let shown = try town.last
        try town.day("2026-06-11")
        #expect(
            try rank(&town, vacancy, []) == .rejected(.incomplete, [("missing", .array([.string(shown.text)]))]))
        try town.expect(try rank(&town, vacancy, [shown]))
        #expect(try town.hold(shown) == .held && town.hold(hidden) == .waiting)
        #expect(try rank(&town, vacancy, []).said.contains("nothing-waits"))
        // Moved to the policy that shows it, it waits for the next ranking.
        try town.expect(try town.act("bkd", "offer.move", #"{"terms":1}"#, on: hidden))
        try town.expect(try rank(&town, vacancy, [hidden]))
        #expect(try town.hold(hidden) == .waiting)
    }
}
