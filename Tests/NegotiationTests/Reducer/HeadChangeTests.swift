import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// A new head of region: what a former one approved is not approved.
@Suite struct HeadChangeTests {
    private static let head =
        #""head":{"tenures":[{"name":"Lama","standing":"definitif","from":"2021-01-01"},"#
        + #"{"name":"Baru","standing":"definitif","from":"2026-06-10"}],"elections":[]},"#

    /// An offer that the board and the head have favoured on 1 June; the board answers R18, the head R22.
    private static func approved() throws -> (Town, RecordID) {
        let policy = PolicyText.policy().replacing(
            #"{"code":"dewan"},{"code":"kepala"}],"#,
            with: #"{"code":"dewan","answers":["R18"]},{"code":"kepala","answers":["R22"]}],"#
        ).replacing(#""objection":"#, with: head + #""objection":"#)
        var town = try Town(policy: policy)
        let card = try town.post("dukcapil", person: 1)
        let offer = try town.agreed("dukcapil", card, "perizinan", try town.open("perizinan", town.move))
        try town.expect(try town.issuing(town.board, [offer]))
        try town.expect(try town.issuing(town.head, [offer]))
        return (town, offer)
    }

    @Test func theFormerHeadsApprovalIsVoidFromTheNewHeadsFirstDay() throws {
        var (town, offer) = try Self.approved()
        var before = town
        try before.day("2026-06-09")
        try before.expect(try before.issuing(before.decree, [offer]))
        try town.day("2026-06-10")
        let refused = try town.issuing(town.decree, [offer])
        #expect(refused.code == .incomplete)
        #expect(
            refused.said.contains(
                #""missing":["kepala"],"void":["kepala"],"head":"Baru","since":"2026-06-10""#), "\(refused.said)")
    }

    @Test func itIsApprovedNoMoreFromThatDayAndAgainOnceTheNewHeadApproves() throws {
        var (town, offer) = try Self.approved()
        func shown(_ town: Town) throws -> String? { try JSON(parsing: town.record(offer).body)["label"]?.string }
        try town.day("2026-06-09")
        #expect(try town.label(offer) == .approved && shown(town) == "approved")
        try town.day("2026-06-10")
        #expect(try town.label(offer) == .held && shown(town) == "held")
        #expect(try town.offer(offer).opinions.map(\.isVoid) == [false, true])
        let again =
            #"{"document":{"type":"kepala","number":"K-2","date":"2026-06-10","signer":"Baru","standing":"definitif","lines":[{"offer":"\#(offer)","terms":1,"result":"favourable"}]}}"#
        try town.expect(try town.act("bkd", "document.issue", again))
        #expect(try town.label(offer) == .approved && shown(town) == "approved")
        #expect(try town.offer(offer).opinions.map(\.isVoid) == [false, true, false])
    }

    @Test func aPolicyThatNamesAnotherHeadVoidsAtOnceAndOneThatTakesItBackRestores() throws {
        var (town, offer) = try Self.approved()
        func apply(_ version: Int, _ from: String) throws {
            let head = Self.head.replacing("2026-06-10", with: from)
            let policy = PolicyText.policy(version: version).replacing(#""objection":"#, with: head + #""objection":"#)
            try town.expect(try town.act("bkd", "policy.apply", #"{"policy":\#(policy)}"#))
        }
        try town.day("2026-06-05")
        try apply(2, "2026-06-03")
        #expect(try town.label(offer) == .held)
        try apply(3, "2026-06-20")
        #expect(try town.label(offer) == .approved)
        #expect(!String(decoding: try town.record(offer).body, as: UTF8.self).contains("void"))
    }

    @Test func theNewHeadApprovesAgainAndTheBoardNeedNot() throws {
        var (town, offer) = try Self.approved()
        try town.day("2026-06-10")
        let again = try town.act(
            "bkd", "document.issue",
            #"{"document":{"type":"kepala","number":"K-2","date":"2026-06-10","signer":"Baru","standing":"definitif","lines":[{"offer":"\#(offer)","terms":1,"result":"favourable"}]}}"#
        )
        try town.expect(again)
        #expect(try town.issuing(town.head, [offer]).said.contains("already-done"))
        try town.expect(try town.issuing(town.decree, [offer]))
    }
}
