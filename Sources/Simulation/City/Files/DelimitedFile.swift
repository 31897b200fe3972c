/// One value of a row, before a dialect gives it its form.
enum Cell: Sendable {
    case text(String)
    /// A number that is a name (NIP, NIK, telephone): never to be calculated with.
    case identifier(String)
    case number(Int)
    case date(CityDay)
    case sex(CitySex)
    case empty

    static func optional(date: CityDay?) -> Cell {
        date.map(Cell.date) ?? .empty
    }
}

/// A file of delimited text that grows row by row, quoted as RFC 4180 says.
struct DelimitedFile {
    private let dialect: FileDialect
    private(set) var bytes: [UInt8] = []

    init(dialect: FileDialect, header: [String]) {
        self.dialect = dialect
        if dialect.startsWithBOM {
            bytes = [0xEF, 0xBB, 0xBF]
        }
        // A header is never marked or emptied, whatever the dialect does with values.
        finishRow(header)
    }

    mutating func append(_ row: [Cell]) {
        finishRow(row.map(text))
    }

    private func text(_ cell: Cell) -> String {
        switch cell {
        case .text(let text):
            return text.isEmpty ? dialect.emptyMark : text
        case .identifier(let text):
            return dialect.marksIdentifiers ? "'" + text : text
        case .number(let number):
            return String(number)
        case .date(let day):
            return dialect.dates.text(day)
        case .sex(let sex):
            return switch dialect.sexes {
            case .english: sex == .male ? "M" : "F"
            case .letters: sex == .male ? "L" : "P"
            case .words: sex == .male ? "Pria" : "Wanita"
            }
        case .empty:
            return dialect.emptyMark
        }
    }

    private mutating func finishRow(_ fields: [String]) {
        for (index, field) in fields.enumerated() {
            if index > 0 {
                bytes.append(dialect.separator)
            }
            append(field: field)
        }
        if dialect.endsLinesWithCRLF {
            bytes.append(UInt8(ascii: "\r"))
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func append(field: String) {
        let quote = UInt8(ascii: "\"")
        let needsQuotes = field.utf8.contains { byte in
            byte == quote || byte == dialect.separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        }
        guard needsQuotes else {
            bytes.append(contentsOf: field.utf8)
            return
        }
        bytes.append(quote)
        for byte in field.utf8 {
            if byte == quote {
                bytes.append(quote)
            }
            bytes.append(byte)
        }
        bytes.append(quote)
    }
}
