import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// A fact counts by the date that stands on its paper; where the policy asks for it, the day of a late entry is kept beside.
@Suite struct LateEntryTests {
    private func decreed(lateDays: Int?) throws -> (Town, RecordID) {
        var town = try Town(policy: PolicyText.policy(lateDays: lateDays))
        let card = try town.post("dukcapil", person: 1)
        let offer = try town.agreed("dukcapil", card, "perizinan", try town.open("perizinan", town.move))
        let transfer = try town.decreed(offer)
        return (town, transfer)
    }

    @Test(
        arguments: [
            (nil, "2026-06-20", nil), (0, "2026-06-20", "2026-06-20"), (0, "2026-06-02", "2026-06-02"),
            (0, "2026-06-01", nil), (5, "2026-06-06", nil), (5, "2026-06-07", "2026-06-07"),
        ] as [(Int?, String, String?)])
    func theDelayIsKeptFromTheLimitOn(lateDays: Int?, day: String, entered: String?) throws {
        var (town, transfer) = try decreed(lateDays: lateDays)
        if day != "2026-06-01" { try town.day(day) }
        try town.expect(try town.step("perizinan", "transfer.brief", transfer, date: "2026-06-01"))
        let done = try #require(try town.transfer(transfer).steps.first?.done)
        #expect(done.entered?.iso == entered)
        let body = String(decoding: try town.record(transfer).body, as: UTF8.self)
        #expect(body.contains(#""entered""#) == (entered != nil))
    }

    @Test func documentsObjectionsStartsAndLettersKeepIt() throws {
        var (town, transfer) = try decreed(lateDays: 0)
        #expect(try town.records(.document).map { try Document($0).entered } == [nil, nil, nil])
        try town.day("2026-07-05")
        try town.expect(
            try town.act(
                "dukcapil", "transfer.object", #"{"received":"2026-06-01","filed":"2026-06-08"}"#, on: transfer))
        #expect(try town.transfer(transfer).objection?.said.entered?.iso == "2026-07-05")
        try town.expect(
            try town.act(
                "bkd", "behalf.record",
                Town.behalf("perizinan", "transfer.brief", #"{"date":"2026-06-20"}"#, date: "2026-06-22"), on: transfer)
        )
        let brief = try #require(try town.transfer(transfer).steps.first { $0.step == "brief" }?.done)
        #expect(brief.entered?.iso == "2026-07-05" && brief.letter?.date.iso == "2026-06-22")
        try town.expect(try town.step("dukcapil", "transfer.handover", transfer, date: "2026-07-05"))
        #expect(try town.transfer(transfer).steps.first { $0.step == "handover" }?.done?.entered == nil)
        try town.expect(try town.starting("perizinan", transfer, date: "2026-07-02"))
        #expect(try town.transfer(transfer).started?.entered?.iso == "2026-07-05")
        let next = try town.propose(
            "dukcapil", try town.post("dukcapil", person: 2), try town.open("pasar", town.heard), start: "2026-08-01")
        try town.expect(try town.agreeing("pasar", next))
        try town.expect(try town.issuing(town.head, [next]))
        let late = try Document(try #require(try town.records(.document).last))
        #expect(late.entered?.iso == "2026-07-05")
        #expect(try town.record(late.id).body == late.body)
    }
}
