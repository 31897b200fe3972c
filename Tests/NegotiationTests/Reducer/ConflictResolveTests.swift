import StrictJSON
import Testing

@testable import Negotiation

@Suite struct ConflictResolveTests {
    static let need = #"{"need":9,"holders":3}"#

    static func need(_ count: Int) -> String { #"{"need":\#(count),"holders":3}"# }

    private func conflicting() throws -> (Town, RecordID, RecordID) {
        var town = try Town()
        let vacancy = try town.open("pasar", town.loan)
        try town.expect(try town.editing("pasar", vacancy, "need", was: Self.need, now: Self.need(8)))
        try town.expect(try town.editing("pasar/second", vacancy, "need", was: Self.need, now: Self.need(7)), .conflict)
        return (town, vacancy, try #require(try town.conflicts().first).id)
    }

    @Test(arguments: [("theirs", nil, 8), ("mine", nil, 7), ("anew", #"{"need":{"need":5,"holders":3}}"#, 5)])
    func thePersonsChoiceStands(choice: String, now: String?, expected: Int) throws {
        var (town, vacancy, conflict) = try conflicting()
        try town.expect(try town.resolving("pasar", conflict, choice, now: now))
        #expect(try town.vacancy(vacancy).need == expected)
        #expect(try town.conflicts().first?.ended?.reason == choice)
        #expect(try town.resolving("pasar", conflict, choice, now: now).code == .alreadyDone)
    }

    @Test func aRecordThatMovedOnAgainStaysAConflictWithTheNewValue() throws {
        var (town, vacancy, conflict) = try conflicting()
        try town.expect(try town.editing("pasar", vacancy, "need", was: Self.need(8), now: Self.need(6)))
        try town.expect(try town.resolving("pasar", conflict, "mine"), .conflict)
        #expect(try town.vacancy(vacancy).need == 6)
        let still = try #require(try town.conflicts().first)
        #expect(still.ended == nil)
        #expect(String(decoding: still.theirs, as: UTF8.self) == #"{"need":\#(Self.need(6))}"#)
        try town.expect(try town.resolving("pasar", conflict, "mine"))
        #expect(try town.vacancy(vacancy).need == 7)
        #expect(try town.conflicts().count == 1)
    }

    @Test func anewWritesOnlyGroupsOfTheConflict() throws {
        var (town, _, conflict) = try conflicting()
        #expect(try town.resolving("pasar", conflict, "anew", now: #"{"seats":{"count":9}}"#).code == .badBody)
        #expect(try town.resolving("pasar", conflict, "both").code == .badBody)
    }

    @Test func onlyTheAgencySeesItsConflict() throws {
        var (town, _, conflict) = try conflicting()
        #expect(try town.resolving("dukcapil", conflict, "mine").code == .notFound)
        #expect(try town.resolving("bkd", conflict, "mine").code == .notFound)
    }

    @Test func aConflictAboutACardIsTheRegistrysToResolve() throws {
        var town = try Town()
        let card = try town.post("pasar", person: 1)
        for now in ["{}", #"{"posts":["a"]}"#] {
            _ = try town.act("pasar", "card.edit", #"{"was":{},"now":{"wishes":\#(now)}}"#, on: card)
        }
        let conflict = try #require(try town.conflicts().first).id
        for choice in ["mine", "theirs"] {
            #expect(try town.resolving("pasar/second", conflict, choice).code == .notAllowed)
        }
        try town.expect(try town.resolving("pasar", conflict, "mine"))
    }
}
