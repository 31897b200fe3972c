import Personnel

/// A date in one of the five ways in which official exports write it.
///
/// `31-12-1980`, `1980-12-31`, `31/12/1980`, the serial number of a spreadsheet (29586), `31 Desember 1980`. A date with the
/// month first is not guessed at: 12/31/1980 is refused.
enum ExportDate {
    static let expected = "a date such as 31-12-1980, 1980-12-31, 31/12/1980, 29586 or 31 Desember 1980"

    /// Day 0 of spreadsheets, 1899-12-30, is so many days before 1970-01-01; serials count from it since 1900-03-01.
    private static let spreadsheetEpoch = 25_569
    /// 1900-03-01, before which spreadsheets disagree about the leap year.
    private static let firstSerial = 61

    static func parse(_ text: String) -> CivilDate? {
        if let date = CivilDate(iso: text) {
            return date
        }
        if text.utf8.allSatisfy(CellText.isDigit) {
            return serial(text)
        }
        for mark in ["-", "/", " "] {
            let parts = text.split(separator: mark, omittingEmptySubsequences: mark == " ").map(String.init)
            if parts.count == 3 {
                return date(day: parts[0], month: parts[1], year: parts[2], isNamed: mark == " ")
            }
        }
        return nil
    }

    private static func date(day: String, month: String, year: String, isNamed: Bool) -> CivilDate? {
        guard let day = CellText.number(day, digits: 1...2), let year = CellText.number(year, digits: 4...4) else {
            return nil
        }
        let month = isNamed ? self.month(named: month) : CellText.number(month, digits: 1...2)
        return month.flatMap { CivilDate(year: year, month: $0, day: day) }
    }

    private static func serial(_ text: String) -> CivilDate? {
        guard let serial = CellText.number(text, digits: 2...6), serial >= firstSerial else { return nil }
        let date = CivilDate(dayNumber: serial - spreadsheetEpoch)
        return date.dayNumber == serial - spreadsheetEpoch ? date : nil
    }

    private static func month(named name: String) -> Int? {
        let letters = CellText.letters(name)
        return months.firstIndex { $0.contains(letters) }.map { $0 + 1 }
    }

    private static let months = [
        ["januari", "jan"], ["februari", "pebruari", "feb", "peb"], ["maret", "mar"], ["april", "apr"], ["mei"],
        ["juni", "jun"], ["juli", "jul"], ["agustus", "agu", "ags", "agt"], ["september", "sep", "sept"],
        ["oktober", "okt"], ["november", "nopember", "nov", "nop"], ["desember", "des"],
    ]
}
