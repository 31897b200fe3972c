import Negotiation
import Personnel
import Terminal
import Testing

/// What an auditor asks about a span of days.
struct SemesterReportTests {
    private func report(_ village: Village, _ from: String, _ to: String) throws -> SemesterReport {
        SemesterReport(
            from: try #require(CivilDate(iso: from)), to: try #require(CivilDate(iso: to)),
            records: try village.presenter("bkd").records)
    }

    @Test func aDecreeIsToldWithItsBasisAndItsFindings() throws {
        var village = try Village()
        try village.decree()
        let report = try report(village, "2026-01-01", "2026-06-30")
        let line = try #require(report.decrees.first)
        #expect(report.decrees.count == 1)
        #expect(line.document.type == "sk")
        #expect(line.basis.map(\.type) == ["tpk"])
        #expect(!line.findings.isEmpty)
        #expect(report.struck.isEmpty && report.passedOver.isEmpty && report.enteredLate.isEmpty)
        for language in Language.allCases {
            let text = report.page(try village.presenter("bkd", language)).text()
            #expect(text.contains("sk ") && text.contains("tpk "))
        }
    }

    @Test func anotherSpanHasNothingOfIt() throws {
        var village = try Village()
        try village.decree()
        #expect(try report(village, "2026-06-02", "2026-12-31").decrees.isEmpty)
        #expect(try report(village, "2025-01-01", "2026-05-31").decrees.isEmpty)
    }

    @Test func anObjectionThatWasTypedInLaterIsToldWithItsDelay() throws {
        var village = try Village()
        try village.decree()
        try village.act("bkd", "day.advance", #"{"to":"2026-06-11"}"#, on: try village.last(.region))
        try village.act(
            "dukcapil", "transfer.object", #"{"received":"2026-06-01","filed":"2026-06-03"}"#,
            on: try village.last(.transfer))
        let late = try #require(try report(village, "2026-01-01", "2026-06-30").enteredLate.first)
        #expect(late.objection.filed.days(until: late.objection.entered) == 8)
        #expect(try report(village, "2026-06-04", "2026-06-30").enteredLate.isEmpty)
    }
}
