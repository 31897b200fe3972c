import Personnel
import Testing

@testable import NodeKit

struct ExportDateTests {
    @Test(arguments: ["31-12-1980", "1980-12-31", "31/12/1980", "29586", "31 Desember 1980", "31 DES 1980"])
    func everyStyleGivesTheSameDay(_ text: String) {
        #expect(ExportDate.parse(text) == CivilDate(year: 1980, month: 12, day: 31))
    }

    @Test(arguments: ["12/31/1980", "31-13-1980", "30-02-2020", "9", "31 Dezember 1980", "31.12.1980", "32-1-80"])
    func whatIsNoSuchDayIsNotGuessedAt(_ text: String) {
        #expect(ExportDate.parse(text) == nil)
    }
}
