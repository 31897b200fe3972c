import Personnel

/// One row with its columns by name; what is wrong in it is collected, so that every cell is reported at once.
struct RowReader {
    let file: String
    let row: CSVRow
    private let columns: ColumnMap
    private(set) var errors: [RowError] = []

    init(file: String, row: CSVRow, columns: ColumnMap) {
        self.file = file
        self.row = row
        self.columns = columns
        if row.fields.count != columns.header.count {
            // A surplus cell may be empty and the row shifted all the same: a delimiter in a name without quotes. No value
            // is shown, because any cell can hold what belongs to a sensitive column.
            errors.append(
                RowError(
                    file: file, row: row.number, column: "", value: nil, code: .columnCount,
                    expected: "\(columns.header.count) columns as in the header, found \(row.fields.count)"))
        }
    }

    /// Whether the cells stand under their columns; if not, nothing of the row can be read.
    var isAligned: Bool {
        !errors.contains { $0.code == .columnCount }
    }

    /// The most bytes of a name, a title or a code; longer is a mistake in the file.
    private static let textBytes = 400

    mutating func optional(_ column: String) -> String? {
        guard let position = columns.position(of: column), row.fields.indices.contains(position),
            let text = CellText.value(row.fields[position])
        else { return nil }
        guard text.utf8.count <= Self.textBytes else {
            refuse(column, text, .tooLong, "at most \(Self.textBytes) bytes")
            return nil
        }
        return text
    }

    mutating func required(_ column: String, _ expected: String) -> String? {
        let before = errors.count
        let text = optional(column)
        if text == nil, errors.count == before {
            refuse(column, nil, .missingValue, expected)
        }
        return text
    }

    mutating func optionalDate(_ column: String) -> CivilDate? {
        guard let text = optional(column) else { return nil }
        let date = ExportDate.parse(text)
        if date == nil {
            refuse(column, text, .badDate, ExportDate.expected)
        }
        return date
    }

    mutating func requiredDate(_ column: String) -> CivilDate? {
        guard required(column, ExportDate.expected) != nil else { return nil }
        return optionalDate(column)
    }

    /// A whole number; a decimal mark followed by zeros only, as databases write it, is taken off.
    mutating func requiredNumber(_ column: String, in range: ClosedRange<Int>) -> Int? {
        let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        guard let text = required(column, expected) else { return nil }
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let fraction = parts.count == 2 ? parts[1] : "0"
        guard let first = parts.first, first.utf8.allSatisfy({ 48...57 ~= $0 }), let number = Int(first),
            !fraction.isEmpty, fraction.utf8.allSatisfy({ $0 == 48 }), range.contains(number)
        else {
            refuse(column, text, .badNumber, expected)
            return nil
        }
        return number
    }

    mutating func word<Word>(_ column: String, _ expected: String, _ parse: (String) -> Word?) -> Word? {
        guard let text = required(column, expected) else { return nil }
        return parsed(column, text, expected, parse)
    }

    mutating func optionalWord<Word>(_ column: String, _ expected: String, _ parse: (String) -> Word?) -> Word? {
        guard let text = optional(column) else { return nil }
        return parsed(column, text, expected, parse)
    }

    mutating func nip(_ column: String) -> NIP? {
        guard let text = required(column, "18 digits") else { return nil }
        do throws(NIPError) {
            return try NIP(parsing: text)
        } catch {
            let code: RowError.Code = error.code == .damagedBySpreadsheet ? .damagedNIP : .badNIP
            refuse(column, text, code, "\(error.expected) (\(error.code.rawValue): \(error.message))")
            return nil
        }
    }

    mutating func refuse(_ column: String, _ value: String?, _ code: RowError.Code, _ expected: String) {
        errors.append(
            RowError(file: file, row: row.number, column: column, value: value, code: code, expected: expected))
    }

    private mutating func parsed<Word>(
        _ column: String, _ text: String, _ expected: String, _ parse: (String) -> Word?
    ) -> Word? {
        let word = parse(text)
        if word == nil {
            refuse(column, text, .unknownWord, expected)
        }
        return word
    }
}
