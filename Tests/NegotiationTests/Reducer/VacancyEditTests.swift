import StrictJSON
import Testing

@testable import Negotiation

@Suite struct VacancyEditTests {
    static let need = #"{"need":9,"holders":3}"#

    private func opened() throws -> (Town, RecordID) {
        var town = try Town()
        let vacancy = try town.open("pasar", town.loan)
        return (town, vacancy)
    }

    private func bytes(_ town: Town, _ vacancy: RecordID, _ group: String) throws -> String? {
        try town.vacancy(vacancy).group(group)?.text
    }

    @Test func differentGroupsOfTwoMachinesMerge() throws {
        var (town, vacancy) = try opened()
        let seen = try town.record(vacancy).revision
        try town.expect(
            try town.editing("pasar", vacancy, "need", was: Self.need, now: #"{"need":8,"holders":3}"#, revision: seen))
        try town.expect(
            try town.editing(
                "pasar/second", vacancy, "seats", was: Town.seats(1), now: Town.seats(4), revision: seen), .merged)
        #expect(try bytes(town, vacancy, "need") == #"{"need":8,"holders":3}"#)
        #expect(try town.vacancy(vacancy).seats == 4)
    }

    @Test func theSameGroupConflictsAndNothingOfTheEditApplies() throws {
        var (town, vacancy) = try opened()
        try town.expect(try town.editing("pasar", vacancy, "need", was: Self.need, now: #"{"need":8,"holders":3}"#))
        let edit =
            #"{"was":{"need":\#(Self.need),"seats":{"count":1}},"now":{"need":{"need":7,"holders":3},"seats":{"count":5}}}"#
        let decision = try town.decide("pasar/second", "vacancy.edit", edit, on: vacancy)
        #expect(decision.outcome.kind == .conflict)
        #expect(decision.outcome.code == .groupsConflict)
        #expect(decision.effects.count == 1)
        let conflict = try #require(try town.conflicts().first)
        #expect(conflict.groups == ["need"])
        #expect(String(decoding: conflict.was, as: UTF8.self) == #"{"need":\#(Self.need)}"#)
        #expect(String(decoding: conflict.now, as: UTF8.self) == #"{"need":{"need":7,"holders":3}}"#)
        #expect(String(decoding: conflict.theirs, as: UTF8.self) == #"{"need":{"need":8,"holders":3}}"#)
        #expect(try town.record(conflict.id).audience == .of([try #require(AgencyCode("pasar"))]))
        #expect(try town.vacancy(vacancy).seats == 1)
    }

    @Test func theSameValueFromTwoMachinesIsNoConflict() throws {
        var (town, vacancy) = try opened()
        let now = #"{"need":8,"holders":3}"#
        try town.expect(try town.editing("pasar", vacancy, "need", was: Self.need, now: now))
        let decision = try town.decide(
            "pasar/second", "vacancy.edit", #"{"was":{"need":\#(Self.need)},"now":{"need":\#(now)}}"#, on: vacancy)
        #expect(decision.outcome.kind == .accepted)
        #expect(decision.effects.isEmpty)
    }

    @Test func aMergeThatBreaksTheRecordsOwnRulesIsAConflict() throws {
        var (town, vacancy) = try opened()
        func groups(_ prefix: String, _ count: Int) -> String {
            "{" + (0..<count).map { #""\#(prefix)\#($0)":{}"# }.joined(separator: ",") + "}"
        }
        let seen = try town.record(vacancy).revision
        try town.expect(try town.act("pasar", "vacancy.edit", #"{"was":{},"now":\#(groups("a", 30))}"#, on: vacancy))
        let over = #"{"was":{},"now":\#(groups("b", 10)),"revision":\#(seen)}"#
        let outcome = try town.act("pasar/second", "vacancy.edit", over, on: vacancy)
        #expect(outcome.kind == .conflict)
        #expect(outcome.code == .ownRules)
        let conflict = try #require(try town.conflicts().first)
        #expect(try town.resolving("pasar", conflict.id, "mine").code == .badBody)
        try town.expect(try town.resolving("pasar", conflict.id, "anew", now: groups("b", 4)))
        #expect(try town.vacancy(vacancy).group("b3") != nil)
        #expect(try town.vacancy(vacancy).group("b4") == nil)
        let full = #"{"was":{},"now":{"one-more":{}}}"#
        #expect(try town.act("pasar", "vacancy.edit", full, on: vacancy).code == .badBody)
    }

    @Test(arguments: [#""x":5"#, #""\#(String(repeating: "n", count: 61))":{}"#])
    func aGroupThatIsNoObjectOrHasALongNameIsRefused(group: String) throws {
        var town = try Town()
        let body = Town.vacancyBody(town.loan).replacing(#"{"vacancy":{"#, with: #"{"vacancy":{\#(group),"#)
        #expect(try town.act("pasar", "vacancy.open", body).code == .badBody)
    }

    private static func kind(_ route: String, until: String? = nil) -> String {
        #"{"route":"\#(route)"\#(until.map { #","openUntil":"\#($0)""# } ?? "")}"#
    }

    @Test func theKindOfMoveStaysWhileAnOfferIsOpenAndNobodyLearnsOfAHiddenOne() throws {
        var town = try Town()
        let vacancy = try town.open("perizinan", town.hidden)
        let shown = try town.open("perizinan", town.move)
        let card = try town.post("dukcapil", person: 1)
        try town.expect(try town.opening(card, vacancy))
        let hidden = try town.last
        func change(_ town: inout Town, _ vacancy: RecordID, _ was: String, _ now: String) throws -> Outcome {
            try town.editing("perizinan", vacancy, "kind", was: Self.kind(was), now: Self.kind(now))
        }
        #expect(
            try change(&town, vacancy, town.hidden, town.move)
                == .rejected(.wrongState, [("state", "open-offers"), ("offers", .array([]))]))
        let asked = try town.ask("perizinan", card, shown)
        #expect(
            try change(&town, shown, town.move, town.heard)
                == .rejected(.wrongState, [("state", "open-offers"), ("offers", .array([.string(asked.text)]))]))
        try town.withdrawing("perizinan", asked)
        try town.expect(try change(&town, shown, town.move, town.heard))
        try town.withdrawing("bkd", hidden)
        try town.expect(try change(&town, vacancy, town.hidden, town.move))
    }

    @Test func aClosingDateIsSetAheadAndForThoseWhoWaitOnlyLater() throws {
        var town = try Town()
        let body = Town.vacancyBody(town.move, mode: "selection", until: "2026-06-10")
        try town.expect(try town.act("perizinan", "vacancy.open", body))
        let vacancy = try town.last
        func close(_ town: inout Town, _ was: String, _ now: String) throws -> Outcome {
            try town.editing(
                "perizinan", vacancy, "kind", was: Self.kind(town.move, until: was),
                now: Self.kind(town.move, until: now))
        }
        #expect(try close(&town, "2026-06-10", "2026-06-01").code == .badBody)
        try town.expect(try close(&town, "2026-06-10", "2026-06-05"))
        try town.expect(try close(&town, "2026-06-05", "2026-06-10"))
        let offer = try town.agreed("dukcapil", try town.post("dukcapil", person: 1), "perizinan", vacancy)
        #expect(
            try close(&town, "2026-06-10", "2026-06-09")
                == .rejected(
                    .wrongState,
                    [
                        ("state", "agreed-offers"), ("offers", .array([.string(offer.text)])), ("until", "2026-06-10"),
                    ]))
        try town.expect(try close(&town, "2026-06-10", "2026-06-20"))
        try town.day("2026-06-21")
        // What else it says can be edited while its date has passed and its ranking is to come.
        try town.expect(
            try town.editing("perizinan", vacancy, "need", was: Self.need, now: #"{"need":8,"holders":3}"#))
    }
}
