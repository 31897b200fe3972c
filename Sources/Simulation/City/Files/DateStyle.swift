/// The five ways in which real exports write a date.
enum DateStyle: CaseIterable, Sendable {
    /// 31-12-1980
    case dashed
    /// 1980-12-31
    case iso
    /// 31/12/1980
    case slashed
    /// Days since 1899-12-30, as a spreadsheet stores them: 29586
    case spreadsheetSerial
    /// 31 Desember 1980
    case indonesian

    private static let months = [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni",
        "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ]
    /// 1970-01-01 as a spreadsheet counts it.
    private static let spreadsheetEpoch = 25_569

    func text(_ date: CityDay) -> String {
        let (year, month, day) = date.parts
        return switch self {
        case .dashed: "\(padded(day, to: 2))-\(padded(month, to: 2))-\(year)"
        case .iso: "\(year)-\(padded(month, to: 2))-\(padded(day, to: 2))"
        case .slashed: "\(padded(day, to: 2))/\(padded(month, to: 2))/\(year)"
        case .spreadsheetSerial: String(date.number + Self.spreadsheetEpoch)
        case .indonesian: "\(day) \(Self.months[month - 1]) \(year)"
        }
    }
}
