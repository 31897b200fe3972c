/// Writes a delimited file that spreadsheets read: UTF-8 with a byte order mark, CRLF, quotes where they are needed.
struct CSVWriter {
    private let delimiter: UInt8
    private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    init(delimiter: UInt8) {
        self.delimiter = delimiter
    }

    mutating func append(_ fields: [String]) {
        for (index, field) in fields.enumerated() {
            if index > 0 {
                bytes.append(delimiter)
            }
            append(field)
        }
        bytes.append(contentsOf: "\r\n".utf8)
    }

    private mutating func append(_ field: String) {
        let quote = UInt8(ascii: "\"")
        let needsQuotes = field.utf8.contains { byte in
            byte == delimiter || byte == quote || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
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
