import Foundation

/// A date as an export writes it, in one of the five styles.
struct WrittenDate {
    enum Style: CaseIterable {
        case dashed, iso, slashed, serial, indonesian
    }

    let style: Style
    /// "YYYY-MM-DD"
    let iso: String

    init?(_ text: String) {
        if let match = text.wholeMatch(of: /(\d\d)-(\d\d)-(\d{4})/) {
            self.init(.dashed, match.3, match.2, match.1)
        } else if let match = text.wholeMatch(of: /(\d{4})-(\d\d)-(\d\d)/) {
            self.init(.iso, match.1, match.2, match.3)
        } else if let match = text.wholeMatch(of: /(\d\d)\/(\d\d)\/(\d{4})/) {
            self.init(.slashed, match.3, match.2, match.1)
        } else if let match = text.wholeMatch(of: /(\d\d?) ([A-Z][a-z]+) (\d{4})/) {
            let months = [
                "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
                "November", "Desember",
            ]
            guard let month = months.firstIndex(of: String(match.2)) else { return nil }
            self.init(.indonesian, match.3, "\(month + 1)", match.1)
        } else if text.wholeMatch(of: /\d{5}/) != nil, let serial = Double(text) {
            // Day 25,569 of a spreadsheet is 1970-01-01.
            let date = Date(timeIntervalSince1970: (serial - 25_569) * 86_400)
            self.init(style: .serial, iso: String(date.ISO8601Format().prefix(10)))
        } else {
            return nil
        }
    }

    private init(style: Style, iso: String) {
        self.style = style
        self.iso = iso
    }

    /// Nil when the calendar has no such day.
    private init?(_ style: Style, _ year: Substring, _ month: some StringProtocol, _ day: Substring) {
        func two(_ digits: some StringProtocol) -> String { digits.count == 1 ? "0\(digits)" : String(digits) }
        let iso = "\(year)-\(two(month))-\(two(day))"
        guard let date = try? Date("\(iso)T00:00:00Z", strategy: .iso8601), date.ISO8601Format().hasPrefix(iso) else {
            return nil
        }
        self.init(style: style, iso: iso)
    }
}
