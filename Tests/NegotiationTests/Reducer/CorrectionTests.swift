import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// Decrees that are corrected or revoked.
@Suite struct CorrectionTests {
    private static func decreed() throws -> (town: Town, offer: RecordID, transfer: RecordID, decree: RecordID) {
        var town = try Town()
        let card = try town.post("dukcapil", person: 1)
        let vacancy = try town.open("perizinan", town.hidden)
        try town.expect(try town.checking("dukcapil", card, town.hidden))
        try town.expect(try town.opening(card, vacancy))
        let offer = try town.last
        for type in [town.board, town.head, town.decree] {
            try town.expect(try town.issuing(type, [offer]))
        }
        let decree = try town.last
        return (town, offer, try #require(try town.offer(offer).decreed).transfer, decree)
    }

    private static func correct(
        _ town: inout Town, _ decree: RecordID?, _ line: String, type: String = "ralat", date: String = "2026-06-01"
    ) throws -> Outcome {
        let corrects = decree.map { #""corrects":"\#($0)","# } ?? ""
        return try town.act(
            "bkd", "document.issue",
            #"{"document":{"type":"\#(type)","number":"\#(town.position)","date":"\#(date)","signer":"K","standing":"definitif",\#(corrects)"lines":[\#(line)]}}"#
        )
    }

    private static func line(_ offer: RecordID, _ result: String, start: String? = nil) -> String {
        let start = start.map { #","start":"\#($0)""# } ?? ""
        return #"{"offer":"\#(offer)","terms":1,"result":"\#(result)"\#(start)}"#
    }

    @Test func aRevokedDecreeEndsTheTransferAndGivesTheSeatFree() throws {
        var (town, offer, transfer, decree) = try Self.decreed()
        try town.expect(try Self.correct(&town, decree, Self.line(offer, "struck")))
        let ralat = try town.last
        #expect(try town.transfer(transfer).ended?.reason == "revoked")
        #expect(try town.transfer(transfer).corrected == [ralat])
        #expect(try town.closing(offer) == "revoked")
        #expect(try town.vacancy(try town.offer(offer).vacancy).taken == 0)
        #expect(try Document(try town.record(ralat)).corrects == decree)
        #expect(try Self.correct(&town, decree, Self.line(offer, "struck")).said.contains("wrong-state"))
        try town.expect(try town.opening(try town.offer(offer).card, try town.offer(offer).vacancy))
    }

    @Test func aCorrectedStartCounts() throws {
        var (town, offer, transfer, decree) = try Self.decreed()
        try town.expect(try Self.correct(&town, decree, Self.line(offer, "favourable", start: "2026-07-10")))
        #expect(try town.transfer(transfer).start.iso == "2026-07-10")
        try town.day("2026-07-09")
        try town.expect(try town.act("bkd", "transfer.step", #"{"step":"oath","date":"2026-07-01"}"#, on: transfer))
        #expect(try town.starting("perizinan", transfer, date: "2026-07-09").code == .badBody)
        try town.day("2026-07-10")
        try town.expect(try town.starting("perizinan", transfer, date: "2026-07-10"))
    }

    @Test func whatHasStartedIsNotRevokedAndSaysTheWayOut() throws {
        var (town, offer, transfer, decree) = try Self.decreed()
        try town.day("2026-07-01")
        try town.expect(try town.act("bkd", "transfer.step", #"{"step":"oath","date":"2026-07-01"}"#, on: transfer))
        try town.expect(try town.starting("perizinan", transfer, date: "2026-07-01"))
        for line in [Self.line(offer, "struck"), Self.line(offer, "favourable", start: "2026-07-10")] {
            let outcome = try Self.correct(&town, decree, line)
            #expect(outcome.said.contains(#""state":"started","instead":"another-move""#), "\(outcome.said)")
        }
        try town.expect(try Self.correct(&town, decree, Self.line(offer, "favourable")))
        #expect(try town.transfer(transfer).corrected.count == 1)
    }

    @Test func aCorrectionNamesTheDecreeOfItsLinesAndHasTheRoutesCode() throws {
        var (town, offer, _, decree) = try Self.decreed()
        let bare = try Self.correct(&town, nil, Self.line(offer, "struck"))
        #expect(bare.said.contains("wrong-state"))
        let other = try #require(try town.records(.document).first).id
        #expect(try Self.correct(&town, other, Self.line(offer, "struck")).said.contains("wrong-state"))
        let sk = try Self.correct(&town, decree, Self.line(offer, "struck"), type: town.decree)
        #expect(sk.said.contains(#""expected":["ralat"]"#))
        #expect(try Self.correct(&town, try town.id(9999), Self.line(offer, "struck")) == .rejected(.notFound))
        #expect(try Self.correct(&town, decree, Self.line(offer, "struck"), date: "2026-05-31").code == .badBody)
        let start = try Self.correct(&town, nil, Self.line(offer, "favourable", start: "2026-08-01"), type: town.board)
        #expect(start.code == .badBody)
    }

    @Test func aRouteWithoutCorrectionsHasNone() throws {
        var town = try Town()
        let card = try town.post("dukcapil", person: 1)
        let offer = try town.agreed("dukcapil", card, "perizinan", try town.open("perizinan", town.move))
        _ = try town.decreed(offer)
        let decree = try #require(try town.offer(offer).decreed).document
        #expect(try Self.correct(&town, decree, Self.line(offer, "struck")).said.contains(#""code":"unsupported""#))
    }
}
