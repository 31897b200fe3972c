import Negotiation
import Personnel
import Terminal
import Testing

/// The dates that a successor has to know.
struct CalendarTests {
    @Test func datesStandInTheirOrderAndPastOnesAreLeftOut() throws {
        var village = try Village()
        try village.decree()
        let calendar = try village.todo("dinkes").calendar
        #expect(calendar.map(\.date) == calendar.map(\.date).sorted())
        #expect(calendar.contains { $0.kind == .start && $0.date.iso == "2026-07-01" })
        #expect(calendar.contains { $0.kind == .vacancyCloses && $0.date.iso == "2026-09-01" })
        #expect(calendar.contains { $0.kind == .due && $0.line?.kind == .takeStep })
        try village.act("bkd", "day.advance", #"{"to":"2026-07-02"}"#, on: try village.last(.region))
        #expect(try !village.todo("dinkes").calendar.contains { $0.kind == .start })
    }

    @Test func anothersVacancyIsNoDateOfOnesOwn() throws {
        #expect(try Village().todo("dukcapil").calendar.isEmpty)
    }

    @Test func everyKindIsSaidInBothLanguages() throws {
        for language in Language.allCases {
            let presenter = try Village().presenter("bkd", language)
            let day = try #require(presenter.records.today)
            for kind in CalendarEntry.Kind.allCases {
                #expect(!presenter.what(CalendarEntry(date: day, kind: kind)).isEmpty)
            }
        }
    }
}
