import Negotiation
import Terminal
import Testing

/// What could become a line of a round.
struct RoundCandidatesTests {
    private static let route = "mohon"
    private static let reason = #"{"attachment":"\#(String(repeating: "d", count: 64))"}"#

    /// A second policy with a route that also the desk opens, and one for the round that only home opens.
    private func village() throws -> Village {
        var village = try Village()
        let first = #""routes":["#
        let more = [(Self.route, #"["home","receiving","desk"]"#), ("usul", #"["home"]"#)].map { code, opens in
            #"{"code":"\#(code)","title":{"id":"Rute \#(code)","en":"Route \#(code)"},"home":"heard","receiving":"heard","opens":\#(opens),"opinions":[{"code":"tpk"}],"document":{"code":"sk"},"assignment":"definitive","modes":["first","round"],"rules":["R12"],"steps":[],"stanceDays":14,"outerDays":30,"holdDays":60},"#
        }.joined()
        let policy = Village.policy.replacing(#""version":1,"#, with: #""version":2,"#)
            .replacing(first, with: first + more)
        try village.act("bkd", "policy.apply", #"{"policy":\#(policy)}"#)
        let aspects = Round.Aspect.allCases.map { #""\#($0.rawValue)":\#(Self.reason)"# }.joined(separator: ",")
        try village.act(
            "bkd", "round.open",
            #"{"round":{"title":"Gelombang I","goals":[{"code":"loket","title":"Loket","target":4,"before":1}],"calendar":[],"aspects":{\#(aspects)}}}"#
        )
        return village
    }

    private func open(
        _ village: inout Village, _ route: String = Self.route, mode: String = "first", district: String = "Tembalang"
    ) throws -> RecordID {
        let body = Village.vacancy.replacing(#""route":"kebutuhan""#, with: #""route":"\#(route)""#)
            .replacing(#""mode":"first""#, with: #""mode":"\#(mode)""#).replacing("Tembalang", with: district)
        try village.act("dinkes", "vacancy.open", #"{"vacancy":\#(body)}"#)
        return try village.last(.vacancy)
    }

    private func file(
        _ village: inout Village, wishes: String, route: String = Self.route, card: RecordID? = nil, more: String = ""
    ) throws -> RecordID {
        let card = try card ?? village.last(.card)
        try village.act(
            "dukcapil", "request.file",
            #"{"request":{"card":"\#(card)","route":"\#(route)","wishes":\#(wishes),"letter":{"date":"2026-05-28"}\#(more)}}"#
        )
        return try village.last(.request)
    }

    private func found(_ village: Village) throws -> RoundCandidates {
        RoundCandidates(try village.presenter("bkd").records)
    }

    @Test func aRequestIsShownWithTheOpenVacanciesThatItWishesForTheBestFirst() throws {
        var village = try village()
        let second = try open(&village, district: "Banyumanik")
        let round = try open(&village, mode: "round", district: "Gunungpati")
        let first = try open(&village)
        _ = try open(&village, district: "Mijen")
        _ = try open(&village, "usul")
        let request = try file(&village, wishes: #"{"districts":["Tembalang","Banyumanik","Gunungpati"]}"#)
        let asked = try #require(try found(village).asked.first)
        #expect(asked.request.id == request)
        #expect(asked.vacancies.map(\.id) == [round, first, second])
        #expect(asked.isForDesk)
        #expect(try found(village).openable.map(\.vacancy.id) == [round])
        #expect(try found(village).vacancies.map(\.id) == [round])
    }

    @Test func whereTheDeskMayNotOpenAnAgencyIsTold() throws {
        var village = try village()
        let vacancy = try open(&village, "usul")
        _ = try file(&village, wishes: #"{"posts":["p1"]}"#, route: "usul")
        let found = try found(village)
        #expect(found.openable.isEmpty)
        #expect(found.forAgencies.first?.vacancies.map(\.id) == [vacancy])
    }

    @Test func aProposalThatStandsOnNoListIsOneUntilItDoes() throws {
        var village = try village()
        let vacancy = try open(&village, mode: "round")
        let request = try file(&village, wishes: #"{"posts":["p1"]}"#)
        try village.act(
            "bkd", "offer.open",
            #"{"offer":{"card":"\#(try village.last(.card))","vacancy":"\#(vacancy)","terms":{"start":"2026-07-01"},"request":"\#(request)"}}"#
        )
        let offer = try village.last(.offer)
        let before = try found(village)
        #expect(before.proposals.map(\.id) == [offer])
        #expect(before.asked.isEmpty && before.vacancies.isEmpty)
        try village.act("bkd", "round.list", #"{"add":["\#(offer)"]}"#, on: try village.last(.round))
        #expect(try found(village).isEmpty)
    }

    @Test func twoWhoAskToExchangeArePairedAndNotOfferedElsewhere() throws {
        var village = try village()
        _ = try open(&village)
        let card = try village.last(.card)
        let first = try file(&village, wishes: "{}", card: card, more: #","to":"dinkes""#)
        try village.act(
            "dinkes", "card.post", #"{"person":"\#(String(repeating: "b", count: 64))","card":\#(Village.card)}"#)
        try village.act(
            "bkd", "request.file",
            #"{"request":{"card":"\#(try village.last(.card))","route":"\#(Self.route)","wishes":{},"exchange":"\#(first)","letter":{"date":"2026-05-28"}}}"#
        )
        let found = try found(village)
        #expect(found.asked.isEmpty)
        #expect(found.exchanges.map(\.first.id) == [first])
        let presenter = try village.presenter("bkd", .english)
        let page = presenter.candidates(found, of: try #require(presenter.records.rounds.first)).text()
        #expect(page.contains("mutasi-coordinator package exchange "))
    }

    @Test func thePageNamesTheVacanciesAndWhatWouldBeRecorded() throws {
        var village = try village()
        _ = try open(&village, mode: "round")
        _ = try file(&village, wishes: #"{"posts":["p1"]}"#)
        let found = try found(village)
        for (language, word) in [(Language.english, "open an offer"), (.indonesian, "buka usulan")] {
            let presenter = try village.presenter("bkd", language)
            let round = try #require(presenter.records.rounds.first)
            #expect(presenter.candidates(found, of: round).text().contains("Analis Data, Bidang P2P"))
            #expect(presenter.filling(found, of: round).text().contains(word))
        }
    }

    /// A plan is printed as it was handed over, also when the goals have come to something since.
    @Test func anOldPlanHasNoResultsOfLater() throws {
        var village = try village()
        let vacancy = try open(&village)
        try village.act(
            "bkd", "offer.open",
            #"{"offer":{"card":"\#(try village.last(.card))","vacancy":"\#(vacancy)","terms":{"start":"2026-07-01"}}}"#)
        let round = try village.last(.round)
        let offer = try village.last(.offer)
        try village.act("bkd", "round.list", #"{"add":["\#(offer)"]}"#, on: round)
        try village.act(
            "bkd", "round.freeze",
            #"{"to":"TPK","hash":"\#(String(repeating: "a", count: 64))","lines":[{"line":1,"offer":"\#(offer)","terms":1}]}"#,
            on: round)
        let presenter = try village.presenter("bkd", .english)
        let before = try #require(presenter.records.rounds.first)
        let printed = presenter.plan(before, before.versions.last, texts: [:]).text()
        try village.act("bkd", "round.close", #"{"results":[{"code":"loket","after":977}]}"#, on: round)
        let later = try village.presenter("bkd", .english)
        let closed = try #require(later.records.rounds.first)
        #expect(later.plan(closed, closed.versions.last, texts: [:]).text() == printed)
        #expect(later.plan(closed, nil, texts: [:]).text().contains("977"))
    }
}
