import StrictJSON
import Testing

@testable import Negotiation

@Suite struct SurgeTests {
    private static let head = #""basis":"head","reason":\#(Town.reason)"#

    @Test func anAgencyDeclaresARushAndEndsIt() throws {
        var town = try Town()
        try town.expect(try town.act("dukcapil", "surge.declare", Town.surgeBody()))
        let id = try town.last
        let surge = try town.surge(id)
        #expect(surge.people == 3 && surge.basis == .figures && surge.ratio == 1400 && surge.ended == nil)
        let seen = Audience.of(try ["dukcapil", "bkd"].map { try #require(AgencyCode($0)) })
        #expect(try town.record(id).audience == seen)
        #expect(try town.act("pasar", "surge.end", "{}", on: id).code == .notFound)
        #expect(try town.act("bkd", "surge.end", "{}", on: id).code == .notAllowed)
        try town.expect(try town.act("dukcapil", "surge.end", "{}", on: id))
        #expect(try town.surge(id).ended?.reason == "over")
        #expect(try town.act("dukcapil", "surge.end", "{}", on: id).code == .alreadyDone)
    }

    @Test func withoutFiguresTheHeadGivesAReason() throws {
        var town = try Town()
        try town.expect(try town.act("dukcapil", "surge.declare", Town.surgeBody(basis: Self.head)))
        #expect(try town.surge(town.last).reason == String(repeating: "d", count: 64))
    }

    @Test(arguments: [
        (Town.surgeBody(basis: #""basis":"figures""#), "/surge/ratio"),
        (Town.surgeBody(basis: #""basis":"head""#), "/surge/reason"),
        (Town.surgeBody(basis: #""basis":"kabar""#), "/surge/basis"),
        (Town.surgeBody(people: 0), "/surge/people"),
        (Town.surgeBody(people: 201), "/surge/people"),
        (Town.surgeBody(until: "2026-07-31"), "/surge/until"),
        (Town.surgeBody(until: "2027-08-02"), "/surge/until"),
    ])
    func aRushThatSaysTooLittleIsRefusedWithItsPath(body: String, path: String) throws {
        var town = try Town()
        let outcome = try town.act("dukcapil", "surge.declare", body)
        #expect(outcome.code == .badBody && outcome.said.contains(path), "\(outcome.said)")
        try town.expect(try town.act("dukcapil", "surge.declare", Town.surgeBody(until: "2027-08-01")))
    }
}
