/// Reads a delimited text file (RFC 4180) row by row.
///
/// Accepts what spreadsheets write: `,`, `;` or tab between fields, found in the header; a byte order mark; CRLF or LF; a
/// quote inside a field that does not begin with one. Refuses what would make later rows doubtful: bytes that are not
/// UTF-8, a zero byte, a quote without an end, text after a closing quote, and anything beyond `ImportLimits`. The file is
/// checked for UTF-8 and zero bytes before the first row; the reader then holds the bytes and one row.
package struct CSVReader {
    private let bytes: [UInt8]
    let delimiter: UInt8
    private var position: Int
    private var rowNumber = 0

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// Checks the file as a whole and finds its delimiter. Throws `ImportError`.
    package init(_ bytes: [UInt8]) throws(ImportError) {
        guard bytes.count <= ImportLimits.fileBytes else {
            throw ImportError(
                code: .fileTooLarge, values: [String(bytes.count)],
                expected: "at most \(ImportLimits.fileBytes) bytes")
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw ImportError(
                code: .notUTF8, row: 1, byte: 0, values: ["UTF-16"],
                expected: "UTF-8, found UTF-16; save the file as CSV UTF-8")
        }
        if let offset = bytes.firstIndex(of: 0) {
            throw ImportError(
                code: .zeroByte, row: Self.row(at: offset, in: bytes), byte: offset,
                expected: "text without zero bytes; save the file as CSV UTF-8")
        }
        if let offset = UTF8Check.firstInvalidByte(in: bytes) {
            throw ImportError(
                code: .notUTF8, row: Self.row(at: offset, in: bytes), byte: offset,
                values: [Self.hex(bytes[offset])], expected: "UTF-8; save the file as CSV UTF-8")
        }
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        delimiter = Self.delimiter(in: bytes[position...])
    }

    /// The next row, blank ones included, or nil at the end. Throws `ImportError`.
    package mutating func next() throws(ImportError) -> CSVRow? {
        guard position < bytes.count else { return nil }
        rowNumber += 1
        guard rowNumber <= ImportLimits.rows + 1 else {
            throw ImportError(code: .tooManyRows, row: rowNumber, expected: "at most \(ImportLimits.rows) rows")
        }
        var fields: [String] = []
        while true {
            guard fields.count < ImportLimits.columns else {
                throw ImportError(
                    code: .tooManyColumns, row: rowNumber, expected: "at most \(ImportLimits.columns) columns")
            }
            fields.append(try field())
            guard position < bytes.count else { break }
            let mark = bytes[position]
            position += 1
            if mark == delimiter { continue }
            if mark == Self.carriageReturn, position < bytes.count, bytes[position] == Self.lineFeed {
                position += 1
            }
            break
        }
        return CSVRow(number: rowNumber, fields: fields)
    }

    /// Reads one field and stops at the delimiter or the line break after it.
    private mutating func field() throws(ImportError) -> String {
        if position < bytes.count, bytes[position] == Self.quote {
            return try quotedField()
        }
        let start = position
        while position < bytes.count, !endsField(bytes[position]) {
            position += 1
        }
        try checkLength(position - start)
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func quotedField() throws(ImportError) -> String {
        let opening = position
        var content: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            guard byte == Self.quote else {
                content.append(byte)
                continue
            }
            if position < bytes.count, bytes[position] == Self.quote {
                content.append(byte)
                position += 1
                continue
            }
            guard position == bytes.count || endsField(bytes[position]) else {
                throw ImportError(
                    code: .badQuote, row: rowNumber, byte: position,
                    expected: "a delimiter or the end of the row after a closing quote")
            }
            try checkLength(content.count)
            return String(decoding: content, as: UTF8.self)
        }
        throw ImportError(
            code: .badQuote, row: rowNumber, byte: opening, expected: "a closing quote for the one opened here")
    }

    private func checkLength(_ count: Int) throws(ImportError) {
        guard count <= ImportLimits.fieldBytes else {
            throw ImportError(
                code: .fieldTooLong, row: rowNumber, values: [String(count)],
                expected: "at most \(ImportLimits.fieldBytes) bytes in a field")
        }
    }

    private func endsField(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn
    }

    /// The mark that stands most often in the header outside quotes; a comma when there is none.
    private static func delimiter(in bytes: ArraySlice<UInt8>) -> UInt8 {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        var counts = [0, 0, 0]
        var isInQuotes = false
        for byte in bytes {
            if byte == quote {
                isInQuotes.toggle()
            } else if !isInQuotes {
                if byte == lineFeed || byte == carriageReturn { break }
                if let index = candidates.firstIndex(of: byte) {
                    counts[index] += 1
                }
            }
        }
        var best = 0
        for index in 1..<3 where counts[index] > counts[best] {
            best = index
        }
        return candidates[best]
    }

    /// The row in which a byte lies, as far as it can be counted before the file is known to be text.
    private static func row(at offset: Int, in bytes: [UInt8]) -> Int {
        var row = 1
        var isInQuotes = false
        for byte in bytes[..<offset] {
            if byte == quote {
                isInQuotes.toggle()
            } else if byte == lineFeed, !isInQuotes {
                row += 1
            }
        }
        return row
    }

    private static func hex(_ byte: UInt8) -> String {
        (byte < 16 ? "0x0" : "0x") + String(byte, radix: 16)
    }
}
