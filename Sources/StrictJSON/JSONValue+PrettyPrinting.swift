extension JSONValue {
    /// The value on many lines, indented by two spaces, for people; verbatim parts are indented anew. No newline at
    /// the end.
    public func prettyPrinted() -> String {
        // Layout needs only the tokens, so verbatim bytes and our own are laid out alike.
        let input = encoded
        var output: [UInt8] = []
        var depth = 0
        var isInString = false
        var isEscaped = false
        for byte in input {
            if isInString {
                output.append(byte)
                isInString = isEscaped || byte != UInt8(ascii: "\"")
                isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
                continue
            }
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0D:
                continue
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth = max(depth - 1, 0)
                // A container that has just opened is empty and closes on its line.
                if output.last != UInt8(ascii: "{"), output.last != UInt8(ascii: "[") {
                    Self.breakLine(depth, in: &output)
                }
                output.append(byte)
                continue
            default:
                break
            }
            if output.last == UInt8(ascii: "{") || output.last == UInt8(ascii: "[") || output.last == UInt8(ascii: ",")
            {
                Self.breakLine(depth, in: &output)
            }
            output.append(byte)
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ":"): output.append(UInt8(ascii: " "))
            case UInt8(ascii: "\""): isInString = true
            default: break
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func breakLine(_ depth: Int, in output: inout [UInt8]) {
        output.append(UInt8(ascii: "\n"))
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }
}
