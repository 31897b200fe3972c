extension JSONValue {
    /// The value in compact form: no spaces, and only `"`, `\` and the control characters escaped; the rest is raw
    /// UTF-8.
    public var encoded: [UInt8] {
        encoded(reserving: 0)
    }

    /// The same for a caller who knows about how many bytes it takes.
    public func encoded(reserving capacity: Int) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(capacity)
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
        string.withUTF8 { append($0, to: &output) }
    }

    /// Appends UTF-8 text in quotes. A text that holds JSON has a quote every few bytes: it is written without a look at
    /// the room for each.
    private static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        var start = 0
        while start < text.count {
            let part = UnsafeBufferPointer(rebasing: text[start..<min(start + partBytes, text.count)])
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: part.count * longestEscape) { escaped in
                var next = 0
                for byte in part {
                    if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
                        escaped[next] = byte
                        next += 1
                    } else {
                        next = writeEscape(of: byte, to: escaped, at: next)
                    }
                }
                output.append(contentsOf: UnsafeBufferPointer(rebasing: escaped[..<next]))
            }
            start += part.count
        }
        output.append(UInt8(ascii: "\""))
    }

    /// A part with the room for its escapes stays on the stack.
    private static let partBytes = 160
    private static let longestEscape = 6

    /// Gives the place after it.
    private static func writeEscape(
        of byte: UInt8, to output: UnsafeMutableBufferPointer<UInt8>, at place: Int
    ) -> Int {
        output[place] = UInt8(ascii: "\\")
        switch byte {
        case 0x08: output[place + 1] = UInt8(ascii: "b")
        case 0x09: output[place + 1] = UInt8(ascii: "t")
        case 0x0A: output[place + 1] = UInt8(ascii: "n")
        case 0x0C: output[place + 1] = UInt8(ascii: "f")
        case 0x0D: output[place + 1] = UInt8(ascii: "r")
        case ..<0x20:
            output[place + 1] = UInt8(ascii: "u")
            output[place + 2] = UInt8(ascii: "0")
            output[place + 3] = UInt8(ascii: "0")
            output[place + 4] = UInt8(ascii: "0") + (byte >> 4)
            output[place + 5] = (byte & 15 < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10) + (byte & 15)
            return place + longestEscape
        default: output[place + 1] = byte
        }
        return place + 2
    }
}
