import Personnel

/// Dates and numbers as a language writes them.
extension Language {
    static let months: [Sentence] = [
        Sentence("Januari", "January"), Sentence("Februari", "February"), Sentence("Maret", "March"),
        Sentence("April", "April"), Sentence("Mei", "May"), Sentence("Juni", "June"), Sentence("Juli", "July"),
        Sentence("Agustus", "August"), Sentence("September", "September"), Sentence("Oktober", "October"),
        Sentence("November", "November"), Sentence("Desember", "December"),
    ]

    /// `5 Januari 2026`, `5 January 2026`.
    public func date(_ date: CivilDate) -> String {
        let month = Self.months.dropFirst(date.month - 1).first?[self] ?? ""
        return "\(date.day) \(month) \(date.year)"
    }

    /// The date, and how far it is from today: `8 Januari 2026 (3 hari lagi)`, `(hari ini)`, `(lewat 2 hari)`.
    public func deadline(_ date: CivilDate, today: CivilDate) -> String {
        let days = today.days(until: date)
        let distance =
            switch (self, days) {
            case (.indonesian, 0): "hari ini"
            case (.english, 0): "today"
            case (.indonesian, 1...): "\(number(days)) hari lagi"
            case (.english, 1...): days == 1 ? "in 1 day" : "in \(number(days)) days"
            case (.indonesian, _): "lewat \(number(-days)) hari"
            case (.english, _): days == -1 ? "1 day late" : "\(number(-days)) days late"
            }
        return "\(self.date(date)) (\(distance))"
    }

    /// A number with a point before its decimals, as people write it: `2,50` in Indonesian.
    public func decimal(_ text: String) -> String {
        self == .indonesian ? text.replacing(".", with: ",") : text
    }

    /// `1.250` in Indonesian, `1,250` in English.
    public func number(_ number: Int) -> String {
        let mark: Character = self == .indonesian ? "." : ","
        let digits = Array(String(number.magnitude))
        var grouped = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) {
                grouped.append(mark)
            }
            grouped.append(digit)
        }
        return grouped
    }

    /// Hundredths with two decimals: `82,47` in Indonesian, `82.47` in English.
    public func hundredths(_ hundredths: Int) -> String {
        let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        let sign = hundredths < 0 ? "-" : ""
        return "\(sign)\(number(Int(whole)))\(self == .indonesian ? "," : ".")\(part < 10 ? "0" : "")\(part)"
    }

    /// Thousandths of one with two decimals, rounded down: 1204 is `1,20`.
    public func permille(_ permille: Int) -> String {
        hundredths(permille / 10)
    }

    /// `a, b dan c`, `a, b and c`.
    public func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        let joint = self == .indonesian ? " dan " : " and "
        return items.dropLast().joined(separator: ", ") + joint + last
    }
}
