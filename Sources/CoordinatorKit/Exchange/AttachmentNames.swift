import StrictJSON

/// Which attachments a body names: every object `{"attachment": NAME}` in it, NAME being 64 hex digits.
enum AttachmentNames {
    /// The names in document order, each once.
    static func of(_ body: [UInt8]) -> [String] {
        // Most bodies name none; looking for the word is far cheaper than reading them.
        guard contains(body, Array("\"attachment\"".utf8)), let json = try? JSON(parsing: body) else { return [] }
        var names: [String] = []
        var seen: Set<String> = []
        collect(json) { name in
            if seen.insert(name).inserted {
                names.append(name)
            }
        }
        return names
    }

    private static func collect(_ json: JSON, _ found: (String) -> Void) {
        for (name, value) in json.members ?? [] {
            if name == "attachment", let text = value.string, isName(text) {
                found(text)
            }
            collect(value, found)
        }
        for element in json.elements ?? [] {
            collect(element, found)
        }
    }

    private static func isName(_ text: String) -> Bool {
        text.utf8.count == 64
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
            }
    }

    private static func contains(_ bytes: [UInt8], _ word: [UInt8]) -> Bool {
        guard let first = word.first, bytes.count >= word.count else { return false }
        return (0...(bytes.count - word.count)).contains { start in
            bytes[start] == first && bytes[start..<(start + word.count)].elementsEqual(word)
        }
    }
}
