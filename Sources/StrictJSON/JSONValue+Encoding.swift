extension JSONValue {
    /// The value in compact form: no spaces, and only `"`, `\` and the control characters escaped; the rest is raw
    /// UTF-8.
    public var encoded: [UInt8] {
        var output: [UInt8] = []
        append(to: &output)
        return output
    }

    /// The same bytes as `encoded`, as text.
    public var encodedText: String {
        String(decoding: encoded, as: UTF8.self)
    }

    private func append(to output: inout [UInt8]) {
        switch self {
        case .object(let members):
            output.append(UInt8(ascii: "{"))
            for (position, (name, value)) in members.enumerated() {
                if position > 0 {
                    output.append(UInt8(ascii: ","))
                }
                Self.append(name, to: &output)
                output.append(UInt8(ascii: ":"))
                value.append(to: &output)
            }
            output.append(UInt8(ascii: "}"))
        case .array(let elements):
            output.append(UInt8(ascii: "["))
            for (position, element) in elements.enumerated() {
                if position > 0 {
                    output.append(UInt8(ascii: ","))
                }
                element.append(to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .string(let string): Self.append(string, to: &output)
        case .integer(let integer): output.append(contentsOf: String(integer).utf8)
        case .boolean(let boolean): output.append(contentsOf: (boolean ? "true" : "false").utf8)
        case .null: output.append(contentsOf: "null".utf8)
        case .verbatim(let bytes): output.append(contentsOf: bytes)
        }
    }

    private static func append(_ string: String, to output: inout [UInt8]) {
        var string = string
        output.append(UInt8(ascii: "\""))
        string.withUTF8 { text in
            // Runs without an escape, which are most of what is written, are copied as a whole.
            var run = 0
            for offset in text.indices where needsEscape(text[offset]) {
                output.append(contentsOf: UnsafeBufferPointer(rebasing: text[run..<offset]))
                appendEscape(of: text[offset], to: &output)
                run = offset + 1
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: text[run...]))
        }
        output.append(UInt8(ascii: "\""))
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func appendEscape(of byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            output.append(UInt8(ascii: "\\"))
            output.append(byte)
        case 0x08: output.append(contentsOf: #"\b"#.utf8)
        case 0x09: output.append(contentsOf: #"\t"#.utf8)
        case 0x0A: output.append(contentsOf: #"\n"#.utf8)
        case 0x0C: output.append(contentsOf: #"\f"#.utf8)
        case 0x0D: output.append(contentsOf: #"\r"#.utf8)
        default: output.append(contentsOf: ((byte < 0x10 ? #"\u000"# : #"\u00"#) + String(byte, radix: 16)).utf8)
        }
    }
}
