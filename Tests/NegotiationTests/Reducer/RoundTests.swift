import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// Rounds of the personnel agency: lines by number, frozen versions, changes that are taken back.
@Suite struct RoundTests {
    /// An open round and some open offers.
    private func opened(_ count: Int = 3) throws -> (town: Town, round: RecordID, offers: [RecordID]) {
        var town = try Town()
        let vacancy = try town.open("perizinan", town.move, seats: 5)
        let offers = try (0..<count).map { person in
            try town.propose("dukcapil", try town.post("dukcapil", person: person + 1), vacancy)
        }
        try town.expect(try town.act("bkd", "round.open", Town.roundBody()))
        return (town, try town.last, offers)
    }

    private func list(_ town: inout Town, _ round: RecordID, _ add: [RecordID], remove: [Int] = []) throws -> Outcome {
        let removed = remove.map { #"{"line":\#($0),"reason":\#(Town.reason)}"# }
        return try town.act(
            "bkd", "round.list",
            #"{"add":[\#(add.map { "\"\($0)\"" }.joined(separator: ","))],"remove":[\#(removed.joined(separator: ","))]}"#,
            on: round)
    }

    private func freeze(_ town: inout Town, _ round: RecordID, terms: Int = 1) throws -> Outcome {
        var lines = try town.round(round).frozen { try town.offer($0) }
        for index in lines.indices { lines[index].terms = terms }
        return try town.act(
            "bkd", "round.freeze",
            #"{"to":"TPK","hash":"\#(String(repeating: "a", count: 64))","lines":\#(String(decoding: Round.bytes(of: lines), as: UTF8.self))}"#,
            on: round)
    }

    private func change(_ town: inout Town, _ round: RecordID, _ line: Int, was: RecordID?, now: RecordID?) throws
        -> Outcome
    {
        let was = was.map { #","was":"\#($0)""# } ?? ""
        let now = now.map { #","now":"\#($0)""# } ?? ""
        return try town.act(
            "bkd", "round.change", #"{"line":\#(line),"ordered":"wali kota","reason":\#(Town.reason)\#(was)\#(now)}"#,
            on: round)
    }

    private func undo(_ town: inout Town, _ round: RecordID, _ change: Int) throws -> Outcome {
        try town.act("bkd", "round.undo", #"{"change":\#(change),"reason":\#(Town.reason)}"#, on: round)
    }

    @Test func theDeskAloneSeesAndWritesIt() throws {
        var (town, round, offers) = try opened()
        #expect(try town.record(round).audience == .of([try #require(AgencyCode("bkd"))]))
        #expect(try town.act("dukcapil", "round.open", Town.roundBody()).code == .notAllowed)
        #expect(try town.act("dukcapil", "round.list", #"{"add":["\#(offers[0])"]}"#, on: round).code == .notAllowed)
        let lacking = try town.act("bkd", "round.open", Town.roundBody(leavingOut: .succession))
        #expect(lacking.code == .incomplete && lacking.said.contains("succession"))
    }

    @Test func lineNumbersAreNeverGivenAgain() throws {
        var (town, round, offers) = try opened()
        try town.expect(try list(&town, round, [offers[0], offers[1]]))
        try town.expect(try list(&town, round, [offers[2]], remove: [2]))
        let lines = try town.round(round).lines
        #expect(lines.map(\.number) == [1, 2, 3])
        #expect(lines.map(\.offer) == [offers[0], nil, offers[2]])
        #expect(try town.round(round).changes.map(\.line) == [2])
        #expect(try list(&town, round, [offers[0]]).code == .exists)
        #expect(try list(&town, round, [], remove: [2]).code == .alreadyDone)
        #expect(try list(&town, round, [], remove: [4]).code == .notFound)
        try town.withdrawing("dukcapil", offers[1])
        #expect(try list(&town, round, [offers[1]]).said.contains("closed"))
        // Nor does an offer stand in two rounds.
        try town.expect(try town.act("bkd", "round.open", Town.roundBody()))
        #expect(try list(&town, try town.last, [offers[0]]).said.contains(round.text))
    }

    @Test func aVersionKeepsTheListAsItStandsAndNoOther() throws {
        var (town, round, offers) = try opened()
        #expect(try freeze(&town, round).said.contains("empty-list"))
        try town.expect(try list(&town, round, offers))
        #expect(try freeze(&town, round, terms: 2).said.contains("list-moved-on"))
        try town.expect(try freeze(&town, round))
        try town.expect(try town.countering("perizinan", offers[0], start: "2026-07-05"))
        try town.withdrawing("dukcapil", offers[1])
        let stale = try freeze(&town, round)
        #expect(stale.said.contains(#""terms":2"#) && !stale.said.contains(offers[1].text))
        let lines = try town.round(round).frozen { try town.offer($0) }
        #expect(lines.map(\.terms) == [2, 1])
        let body = String(decoding: Round.bytes(of: lines), as: UTF8.self)
        let hash = String(repeating: "b", count: 64)
        try town.expect(
            try town.act("bkd", "round.freeze", #"{"to":"PPK","hash":"\#(hash)","lines":\#(body)}"#, on: round))
        let versions = try town.round(round).versions
        #expect(versions.map(\.number) == [1, 2])
        #expect(versions.map(\.lines.count) == [3, 2])
        #expect(versions[1].hash == hash)
    }

    @Test func aChangeSaysWhatItSawAndIsTakenBackByItsNumber() throws {
        var (town, round, offers) = try opened()
        try town.expect(try list(&town, round, [offers[0], offers[1]]))
        #expect(try change(&town, round, 1, was: offers[1], now: offers[2]).said.contains("line-changed"))
        #expect(try change(&town, round, 1, was: offers[0], now: offers[1]).code == .exists)
        #expect(try change(&town, round, 1, was: offers[0], now: offers[0]).code == .alreadyDone)
        #expect(try change(&town, round, 9, was: nil, now: offers[2]).code == .notFound)
        try town.expect(try change(&town, round, 1, was: offers[0], now: offers[2]))
        try town.expect(try change(&town, round, 2, was: offers[1], now: nil))
        #expect(try town.round(round).lines.map(\.offer) == [offers[2], nil])
        #expect(try town.round(round).changes.first?.ordered == "wali kota")
        try town.expect(try undo(&town, round, 1))
        #expect(try town.round(round).lines.map(\.offer) == [offers[0], nil])
        #expect(try undo(&town, round, 1).code == .alreadyDone)
        #expect(try undo(&town, round, 3).code == .notFound)
        try town.expect(try undo(&town, round, 2))
        #expect(try town.round(round).lines.map(\.offer) == [offers[0], offers[1]])
        #expect(try town.round(round).changes.allSatisfy { $0.undone != nil })
    }

    @Test func onlyTheLastChangeOfALineIsTakenBackAndNotToAClosedOffer() throws {
        var (town, round, offers) = try opened()
        try town.expect(try list(&town, round, [offers[0]]))
        try town.expect(try change(&town, round, 1, was: offers[0], now: offers[1]))
        try town.expect(try change(&town, round, 1, was: offers[1], now: offers[2]))
        #expect(try undo(&town, round, 1).said.contains("line-changed"))
        try town.expect(try undo(&town, round, 2))
        try town.withdrawing("dukcapil", offers[0])
        #expect(try undo(&town, round, 1).said.contains("closed"))
    }

    @Test func itEndsWithWhatItsGoalsCameTo() throws {
        var (town, round, offers) = try opened()
        #expect(
            try town.act("bkd", "round.close", #"{"results":[{"code":"lain","after":1}]}"#, on: round).said.contains(
                "loket"))
        try town.expect(try town.act("bkd", "round.close", #"{"results":[{"code":"loket","after":3}]}"#, on: round))
        #expect(try town.round(round).results == ["loket": 3])
        #expect(try list(&town, round, offers).code == .wrongState)
        #expect(try town.act("bkd", "round.close", "{}", on: round).code == .wrongState)
    }
}
