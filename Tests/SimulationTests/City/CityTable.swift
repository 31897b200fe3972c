/// A delimited file of the city read back: marks of the dialect are found from the bytes, not told.
struct CityTable {
    let startsWithBOM: Bool
    let endsLinesWithCRLF: Bool
    let separator: UInt8
    let header: [String]
    /// The fields as they stand, quotes removed.
    let rawRows: [[String]]
    /// The fields by column, without apostrophe before an identifier, `null` and `-` as empty.
    let rows: [[String: String]]

    init(_ bytes: [UInt8]) {
        startsWithBOM = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let content = bytes.dropFirst(startsWithBOM ? 3 : 0)
        let firstLine = content.prefix { $0 != UInt8(ascii: "\n") }
        endsLinesWithCRLF = firstLine.last == UInt8(ascii: "\r")
        let separators = [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")]
        let separator = separators.first(where: firstLine.contains) ?? UInt8(ascii: ",")
        var lines = Self.fields(Array(content), separator: separator)
        let header = lines.isEmpty ? [] : lines.removeFirst()
        self.separator = separator
        self.header = header
        rawRows = lines
        rows = lines.map { line in
            Dictionary(zip(header, line.map(Self.plain)), uniquingKeysWith: { first, _ in first })
        }
    }

    func column(_ name: String) -> [String] {
        rows.map { $0[name] ?? "" }
    }

    private static func plain(_ field: String) -> String {
        if field == "null" || field == "-" {
            return ""
        }
        return field.hasPrefix("'") ? String(field.dropFirst()) : field
    }

    /// RFC 4180 with any separator.
    private static func fields(_ bytes: [UInt8], separator: UInt8) -> [[String]] {
        let quote = UInt8(ascii: "\"")
        var lines: [[String]] = []
        var line: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == quote {
                if isQuoted, index < bytes.count, bytes[index] == quote {
                    field.append(quote)
                    index += 1
                } else {
                    isQuoted.toggle()
                }
            } else if isQuoted {
                field.append(byte)
            } else if byte == separator || byte == UInt8(ascii: "\n") {
                if byte != separator, field.last == UInt8(ascii: "\r") {
                    field.removeLast()
                }
                line.append(String(decoding: field, as: UTF8.self))
                field = []
                if byte != separator {
                    lines.append(line)
                    line = []
                }
            } else {
                field.append(byte)
            }
        }
        return lines
    }
}
