import Negotiation
import Personnel
import Terminal
import Testing

/// Who has not started or was not released by the agreed day, the first of July.
struct LateTransferTests {
    private func decreed(on day: String) throws -> Village {
        var village = try Village()
        try village.decree()
        try village.act("bkd", "day.advance", #"{"to":"\#(day)"}"#, on: try village.last(.region))
        return village
    }

    private func done(_ village: inout Village) throws {
        let transfer = try village.last(.transfer)
        try village.act(
            "dinkes", "training.require",
            #"{"training":{"offer":"\#(try village.last(.offer))","competence":"komunikasi","level":3,"hours":8,"provider":"bkd"}}"#
        )
        try village.act(
            "bkd", "training.confirm", #"{"hours":8,"date":"2026-06-01"}"#, on: try village.last(.training))
        try village.act("dinkes", "transfer.brief", #"{"date":"2026-06-01"}"#, on: transfer)
        try village.act("dukcapil", "transfer.handover", #"{"date":"2026-06-01"}"#, on: transfer)
    }

    @Test func theAgreedDayItselfIsNotLate() throws {
        #expect(try decreed(on: "2026-07-01").todo("dinkes").late.isEmpty)
        #expect(try decreed(on: "2026-07-02").todo("dinkes").late.map(\.days) == [1])
    }

    @Test func everyOpenGateIsToldWithItsOwner() throws {
        let late = try #require(try decreed(on: "2026-07-11").todo("bkd").late.first)
        #expect(late.days == 10)
        #expect(!late.isReleased)
        let waits = late.waits.map { "\($0.who?.text ?? "-") \($0.what.code)" }
        #expect(Set(waits) == ["dinkes brief", "dukcapil handover", "dinkes training"])
    }

    @Test func aCourseWaitsForItsProvider() throws {
        var village = try decreed(on: "2026-07-02")
        try village.act(
            "dinkes", "training.require",
            #"{"training":{"offer":"\#(try village.last(.offer))","competence":"komunikasi","level":3,"hours":8,"provider":"bkd"}}"#
        )
        let late = try #require(try village.todo("dinkes").late.first)
        #expect(late.waits.contains(LateTransfer.Wait(who: AgencyCode("bkd"), what: .gate("training"))))
    }

    @Test func releasedButNotStartedWaitsForTheReceiver() throws {
        var village = try decreed(on: "2026-07-02")
        try done(&village)
        let late = try #require(try village.todo("dukcapil").late.first)
        #expect(late.isReleased)
        #expect(late.waits == [LateTransfer.Wait(who: AgencyCode("dinkes"), what: .start)])
    }

    @Test func aStartedOneWaitsForTheFileAndThenForItsReceipt() throws {
        var village = try decreed(on: "2026-07-02")
        try done(&village)
        let transfer = try village.last(.transfer)
        try village.act("dinkes", "transfer.start", #"{"date":"2026-07-01","number":"1"}"#, on: transfer)
        #expect(try village.todo("bkd").late.map { $0.waits.map(\.what) } == [[.file]])
        let name = String(repeating: "a", count: 64)
        try village.act("dukcapil", "transfer.file", #"{"file":{"attachment":"\#(name)"}}"#, on: transfer)
        #expect(try village.todo("bkd").late.map { $0.waits.map(\.what) } == [[.receipt]])
        try village.act("dinkes", "transfer.receive", #"{"complete":true}"#, on: transfer)
        #expect(try village.todo("bkd").late.isEmpty)
    }

    @Test(arguments: [Language.indonesian, .english]) func thePageNamesWhoItWaitsFor(language: Language) throws {
        let presenter = try decreed(on: "2026-07-11").presenter("bkd", language)
        let text = presenter.late(Todo(presenter.records, own: presenter.own).late).text()
        #expect(text.contains("dukcapil: "))
        #expect(text.contains(language == .english ? "not released" : "belum dilepas"))
    }
}
