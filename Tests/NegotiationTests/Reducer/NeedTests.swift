import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// What agencies publish of their units.
@Suite struct NeedTests {
    @Test func theNewestStatementOfAUnitReplacesTheEarlierOneWhole() throws {
        var town = try Town()
        try town.expect(try town.act("dukcapil", "need.publish", Town.needBody(), on: town.region))
        let first = try #require(try town.needs().first)
        #expect(first.agency.text == "dukcapil" && first.unit == "u1" && first.day.iso == "2026-06-01")
        #expect(first.posts.map(\.need) == [3] && first.posts.map(\.holders) == [2] && first.posts.map(\.floor) == [2])
        try town.day("2026-06-03")
        try town.expect(
            try town.act("dukcapil", "need.publish", Town.needBody(need: 5, forecast: nil), on: town.region))
        let needs = try town.needs()
        #expect(needs.map(\.id) == [first.id])
        #expect(needs.first?.posts.map(\.need) == [5] && needs.first?.day.iso == "2026-06-03")
        // What was not said again stands as it was, with its own day.
        #expect(try town.forecasts().map(\.day.iso) == ["2026-06-01"])
    }

    @Test func anotherAgencysStatementOfTheSameUnitIsItsOwn() throws {
        var town = try Town()
        try town.expect(try town.act("dukcapil", "need.publish", Town.needBody(), on: town.region))
        try town.expect(try town.act("pasar", "need.publish", Town.needBody(need: 9), on: town.region))
        #expect(try town.needs().map { $0.posts[0].need } == [3, 9])
    }

    @Test func allSeeTheNeedAndOnlyTheDeskWhoLeavesWhen() throws {
        var town = try Town()
        try town.expect(try town.act("dukcapil", "need.publish", Town.needBody(), on: town.region))
        #expect(try town.records(.need).map(\.audience) == [.all])
        let narrow = Audience.of(try ["dukcapil", "bkd"].map { try #require(AgencyCode($0)) })
        #expect(try town.records(.forecast).map(\.audience) == [narrow])
        let ahead = try #require(try town.forecasts().first?.posts.first)
        #expect(ahead.months.map(\.month.iso) == ["2027-03-01"] && ahead.months.first?.leaving == [.retirement: 1])
    }

    @Test(arguments: [
        (#"{"need":{"unit":{"id":"","name":"Loket"},"posts":[]}}"#, "/body/need/unit/id"),
        (
            #"{"need":{"unit":{"id":"u1","name":"Loket"},"posts":[{"post":{"id":"p","name":"P","kind":"raja"},"holders":1}]}}"#,
            "/body/need/posts/0/post/kind"
        ),
        (
            #"{"need":{"unit":{"id":"u1","name":"Loket"},"posts":[{"post":{"id":"p","name":"P","kind":"pelaksana"}}]}}"#,
            "/body/need/posts/0/holders"
        ),
        (
            #"{"need":{"unit":{"id":"u1","name":"L"},"posts":[{"post":{"id":"p","name":"P","kind":"pelaksana"},"holders":1,"standard":{"levels":{"x":6}}}]}}"#,
            "/body/need/posts/0/standard/levels"
        ),
        (Town.needBody(forecast: #"[{"post":"lain","months":[]}]"#), "/body/forecast"),
        (
            Town.needBody(forecast: #"[{"post":"p1","months":[{"month":"2027-13"}]}]"#),
            "/body/forecast/0/months/0/month"
        ),
        (
            Town.needBody(forecast: #"[{"post":"p1","months":[{"month":"2027-03"},{"month":"2027-02"}]}]"#),
            "/body/forecast/0/months"
        ),
    ])
    func aStatementThatIsNoneIsRefusedWithItsPath(body: String, path: String) throws {
        var town = try Town()
        let outcome = try town.act("dukcapil", "need.publish", body, on: town.region)
        #expect(outcome.code == .badBody && outcome.said.contains(#""path":"\#(path)""#), "\(outcome.said)")
        #expect(try town.needs().isEmpty && town.forecasts().isEmpty)
    }

    @Test func aUnitHasAtMostItsLimitOfPostsAndEachOnce() throws {
        var town = try Town()
        func body(_ ids: [Int]) -> String {
            let posts = ids.map { #"{"post":{"id":"p\#($0)","name":"P","kind":"pelaksana"},"holders":1}"# }
            return #"{"need":{"unit":{"id":"u1","name":"L"},"posts":[\#(posts.joined(separator: ","))]}}"#
        }
        try town.expect(try town.act("dukcapil", "need.publish", body(Array(1...200)), on: town.region))
        #expect(try town.act("dukcapil", "need.publish", body(Array(1...201)), on: town.region).code == .badBody)
        #expect(try town.act("dukcapil", "need.publish", body([1, 1]), on: town.region).code == .badBody)
        #expect(try town.needs().first?.posts.count == 200)
    }
}
