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
        output.append(UInt8(ascii: "\""))
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.append(contentsOf: [UInt8(ascii: "\\"), byte])
            case 0x20...: output.append(byte)
            case 0x08: output.append(contentsOf: #"\b"#.utf8)
            case 0x09: output.append(contentsOf: #"\t"#.utf8)
            case 0x0A: output.append(contentsOf: #"\n"#.utf8)
            case 0x0C: output.append(contentsOf: #"\f"#.utf8)
            case 0x0D: output.append(contentsOf: #"\r"#.utf8)
            default: output.append(contentsOf: ((byte < 0x10 ? #"\u000"# : #"\u00"#) + String(byte, radix: 16)).utf8)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}
