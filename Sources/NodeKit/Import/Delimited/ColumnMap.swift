/// Where the columns of a file stand, found by name and never by position.
///
/// Names are compared without surrounding spaces and without the case of ASCII letters. A column that nobody asks for is
/// kept out.
struct ColumnMap: Sendable {
    /// The names in the file's own order and spelling.
    let header: [String]
    private var positions: [String: Int] = [:]

    /// Throws `ImportError` when a required column is missing, with the list, or stands there twice.
    init(header: [String], required: [String], optional: [String] = []) throws(ImportError) {
        self.header = header
        let known = required + optional
        for (position, title) in header.enumerated() {
            guard let name = known.first(where: { Self.key($0) == Self.key(title) }) else { continue }
            guard positions[name] == nil else {
                throw ImportError(
                    code: .duplicateColumn, row: 1, values: [name], expected: "each column once in the header")
            }
            positions[name] = position
        }
        let missing = required.filter { positions[$0] == nil }
        guard missing.isEmpty else {
            throw ImportError(
                code: .missingColumns, row: 1, values: missing, expected: "a header with these columns")
        }
    }

    func position(of name: String) -> Int? {
        positions[name]
    }

    /// A name without what spreadsheets change in it.
    static func key(_ name: String) -> [UInt8] {
        CellText.trimmed(name).utf8.map { byte in
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
        }
    }
}
