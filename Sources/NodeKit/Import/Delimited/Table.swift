/// Reads a delimited file with a header, one row at a time.
enum Table {
    /// Hands each row that is not blank to `take` and returns how many there were. Throws `ImportError`.
    static func read(
        _ bytes: [UInt8], file: String, required: [String], optional: [String] = [],
        _ take: (inout RowReader) -> Void
    ) throws(ImportError) -> Int {
        do throws(ImportError) {
            var reader = try CSVReader(bytes)
            guard let header = try reader.next(), !header.isBlank else {
                throw ImportError(code: .empty, row: 1, expected: "a header in the first row")
            }
            let columns = try ColumnMap(header: header.fields, required: required, optional: optional)
            var count = 0
            while let row = try reader.next() {
                guard !row.isBlank else { continue }
                count += 1
                var cells = RowReader(file: file, row: row, columns: columns)
                take(&cells)
            }
            return count
        } catch {
            var named = error
            named.file = file
            throw named
        }
    }
}
