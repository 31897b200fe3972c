import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// Objections by their stated dates, and the steps after a start.
@Suite struct ObjectionTests {
    private static let reason = #"{"attachment":"\#(String(repeating: "d", count: 64))"}"#

    /// A decreed move from dukcapil to perizinan; the decree is of 2026-06-01.
    private func decreed() throws -> (Town, RecordID) {
        var town = try Town()
        let seat = try town.open("perizinan", town.move)
        let offer = try town.agreed("dukcapil", try town.post("dukcapil", person: 1), "perizinan", seat)
        let transfer = try town.decreed(offer)
        return (town, transfer)
    }

    private func object(
        _ town: inout Town, _ transfer: RecordID, received: String, filed: String, by author: String = "dukcapil"
    ) throws -> Outcome {
        try town.act(
            author, "transfer.object", #"{"received":"\#(received)","filed":"\#(filed)"}"#, on: transfer)
    }

    private func decide(_ town: inout Town, _ transfer: RecordID, upheld: Bool) throws -> Outcome {
        try town.act(
            "bkd", "transfer.decide",
            #"{"upheld":\#(upheld),"number":"K-1","date":"2026-06-01","reason":\#(Self.reason)}"#, on: transfer)
    }

    @Test(arguments: [("2026-06-15", true), ("2026-06-16", false)])
    func itIsInTimeByThePaperHoweverLateItIsEntered(filed: String, isTimely: Bool) throws {
        var (town, transfer) = try decreed()
        try town.day("2026-08-01")
        try town.expect(try object(&town, transfer, received: "2026-06-01", filed: filed))
        let objection = try #require(try town.transfer(transfer).objection)
        #expect(objection.isTimely == isTimely)
        #expect(objection.entered.iso == "2026-08-01")
        #expect(objection.deadline?.iso == "2026-06-15")
        #expect(objection.decideBy == objection.filed.adding(days: 21))
        let upheld = try decide(&town, transfer, upheld: true)
        if isTimely {
            try town.expect(upheld)
        } else {
            #expect(upheld.code == .tooLate)
            #expect(upheld.said.contains("2026-06-15"))
            try town.expect(try decide(&town, transfer, upheld: false))
        }
        #expect(try decide(&town, transfer, upheld: false).code == .alreadyDone)
    }

    @Test func itsDatesFitTheDecreeAndEachOther() throws {
        var (town, transfer) = try decreed()
        #expect(try object(&town, transfer, received: "2026-05-31", filed: "2026-06-01").code == .badBody)
        #expect(try object(&town, transfer, received: "2026-06-01", filed: "2026-06-02").code == .badBody)
        #expect(try object(&town, transfer, received: "2026-06-01", filed: "2026-06-01", by: "pasar").code == .notFound)
        try town.expect(try object(&town, transfer, received: "2026-06-01", filed: "2026-06-01", by: "bkd"))
        #expect(try object(&town, transfer, received: "2026-06-01", filed: "2026-06-01").code == .alreadyDone)
    }

    @Test func itStopsTheStartOnlyWhereTheAuthoritySuspendsIt() throws {
        var (town, transfer) = try decreed()
        try town.expect(try object(&town, transfer, received: "2026-06-01", filed: "2026-06-01"))
        #expect(try !town.transfer(transfer).openGates.contains("objection"))
        try town.expect(try town.act("bkd", "transfer.decide", #"{"suspends":true}"#, on: transfer))
        #expect(try town.transfer(transfer).openGates.contains("objection"))
        #expect(try town.act("bkd", "transfer.decide", #"{"suspends":true}"#, on: transfer).code == .alreadyDone)
        try town.day("2026-07-01")
        for (author, kind) in [("perizinan", "transfer.brief"), ("dukcapil", "transfer.handover")] {
            try town.expect(try town.step(author, kind, transfer, date: "2026-06-20"))
        }
        #expect(try town.starting("perizinan", transfer, date: "2026-07-01").said.contains(#""gates":["objection"]"#))
        try town.expect(try decide(&town, transfer, upheld: false))
        try town.expect(try town.starting("perizinan", transfer, date: "2026-07-01"))
        #expect(try town.act("bkd", "transfer.decide", #"{"suspends":true}"#, on: transfer).code == .alreadyDone)
    }

    @Test func thereIsNoneAgainstWhatWasCancelled() throws {
        var (town, transfer) = try decreed()
        try town.expect(try town.act("bkd", "transfer.cancel", #"{"reason":"batal"}"#, on: transfer))
        #expect(try object(&town, transfer, received: "2026-06-01", filed: "2026-06-01").code == .wrongState)
        #expect(try town.act("bkd", "transfer.decide", #"{"suspends":true}"#, on: transfer).code == .wrongState)
    }

    // The route's step `papers` is the desk's, after the start.

    @Test func aStepAfterTheStartIsNoGateAndIsDoneFromThenOn() throws {
        var (town, transfer) = try decreed()
        let step = #"{"step":"papers","date":"2026-06-01"}"#
        #expect(try town.act("bkd", "transfer.step", step, on: transfer).code == .wrongState)
        #expect(try !town.transfer(transfer).openGates.contains("papers"))
        try town.started(transfer)
        #expect(try town.transfer(transfer).openSteps.map(\.step) == ["papers"])
        #expect(try town.act("perizinan", "transfer.step", step, on: transfer).said.contains("bkd"))
        try town.expect(try town.act("bkd", "transfer.step", step, on: transfer))
        #expect(try town.act("bkd", "transfer.step", step, on: transfer).code == .alreadyDone)
        #expect(try town.transfer(transfer).openSteps.isEmpty)
        #expect(
            try town.act("bkd", "transfer.step", #"{"step":"x","date":"2026-06-01"}"#, on: transfer).code
                == .unsupported)
        // A gate is not made up for after the start.
        let gate = #"{"step":"brief","date":"2026-06-01"}"#
        #expect(try town.act("perizinan", "transfer.step", gate, on: transfer).code == .wrongState)
    }

    @Test(arguments: [
        ("2026-08-14", "working", "2026-08-21", 5), ("2026-08-14", "calendar", "2026-08-19", 5),
        // Monday 17 August is a holiday.
        ("2026-08-14", "holiday", "2026-08-24", 5), ("2026-08-15", "working", "2026-08-17", 1),
    ])
    func daysAreCountedAsThePolicySays(from: String, counts: String, until: String, days: Int) throws {
        let holidays = counts == "holiday" ? #","holidays":["2026-08-17"]"# : ""
        let word = counts == "calendar" ? "calendar" : "working"
        let json = try JSON(
            parsing: Array(#"{"days":\#(days),"decideDays":\#(days),"counts":"\#(word)"\#(holidays)}"#.utf8))
        let time = try ObjectionTime(reading: json)
        let start = try #require(CivilDate(iso: from))
        #expect(time.deadline(from: start).iso == until)
        #expect(time.decision(from: start).iso == until)
        #expect(time.deadline(from: .latest) == .latest)
    }
}
