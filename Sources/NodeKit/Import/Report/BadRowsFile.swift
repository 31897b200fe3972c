/// The bad rows of a file as a copy for whoever corrects them.
///
/// The copy has the header of the original and the column `Keterangan Kesalahan`, which says for each row what is wrong.
/// Long numbers carry a spreadsheet's text mark, so that opening the copy does not damage a NIP. Sensitive columns are
/// blanked. In a row whose cells do not stand under their columns everything is blanked, because any
/// cell can hold a sensitive value; its number in the original stands in the explanation.
public enum BadRowsFile {
    /// The column that official forms use for it.
    public static let explanationColumn = "Keterangan Kesalahan"

    /// The copy, or nil when no row is bad. Throws `ImportError` when the bytes are not the file that was read.
    ///
    /// - Parameter explain: puts one error into a sentence of the operator's language.
    public static func make(
        of bytes: [UInt8], errors: [RowError], explain: (RowError) -> String = plain
    ) throws(ImportError) -> [UInt8]? {
        guard !errors.isEmpty else { return nil }
        var byRow: [Int: [RowError]] = [:]
        for error in errors {
            byRow[error.row, default: []].append(error)
        }
        var reader = try CSVReader(bytes)
        var writer = CSVWriter(delimiter: reader.delimiter)
        guard let header = try reader.next()?.fields else { return nil }
        writer.append(header + [explanationColumn])
        while let row = try reader.next() {
            guard let errors = byRow[row.number] else { continue }
            let isAligned = !errors.contains { $0.code == .columnCount }
            let cells = header.enumerated().map { position, title in
                isAligned && !SensitiveColumns.contains(title) && position < row.fields.count
                    ? Self.safe(row.fields[position]) : ""
            }
            writer.append(cells + ["baris \(row.number): " + errors.map(explain).joined(separator: "; ")])
        }
        return writer.bytes
    }

    /// Spreadsheets keep 15 digits of a number; an apostrophe makes it text.
    private static func safe(_ cell: String) -> String {
        let isLongNumber = cell.utf8.count > 15 && cell.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return isLongNumber ? "'" + cell : cell
    }

    /// The column, the code and what was expected.
    public static func plain(_ error: RowError) -> String {
        let place = error.column.isEmpty ? "" : "\(error.column) "
        return "\(place)[\(error.code.rawValue)] \(error.expected)"
    }
}
