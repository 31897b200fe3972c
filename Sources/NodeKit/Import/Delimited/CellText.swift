/// What a cell says once a spreadsheet's and a database's marks are taken off.
enum CellText {
    /// The text without surrounding spaces and a leading apostrophe; nil for an empty cell, `null` and `-`.
    static func value(_ cell: String) -> String? {
        var text = trimmed(cell)
        // A spreadsheet marks text with one apostrophe; exports that went through two of them carry it in the value.
        if text.utf8.first == UInt8(ascii: "'") {
            text = trimmed(String(text.dropFirst()))
        }
        let isNull = text.utf8.count == 4 && text.utf8.elementsEqual("null".utf8) { $0 | 0x20 == $1 }
        return text.isEmpty || text == "-" || isNull ? nil : text
    }

    /// The text without surrounding spaces, tabs, line breaks and no-break spaces.
    static func trimmed(_ text: String) -> String {
        guard let first = text.unicodeScalars.firstIndex(where: { !isSpace($0) }),
            let last = text.unicodeScalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(text.unicodeScalars[first...last])
    }

    /// The ASCII letters in lower case and the digits, for comparing official words.
    static func letters(_ text: String) -> String {
        String(
            decoding: text.utf8.compactMap { byte -> UInt8? in
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
                default: nil
                }
            }, as: UTF8.self)
    }

    /// A whole number of so many decimal digits and nothing else; nil for anything else.
    static func number(_ text: String, digits: ClosedRange<Int>) -> Int? {
        digits.contains(text.utf8.count) && text.utf8.allSatisfy(isDigit) ? Int(text) : nil
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\u{FEFF}"
    }
}
