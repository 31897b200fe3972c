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
}
