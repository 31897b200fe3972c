import Negotiation
import StrictJSON

/// Which attachments a body names: every object `{"attachment": NAME}` in it.
///
/// Coordinator and node must find the same: what a bundle names travels with it, what a record names comes with its page.
public enum AttachmentNames {
    private static let word = Array("attachment\"".utf8)

    /// The names in document order, each once; none when the bytes cannot be read.
    public static func of(_ body: [UInt8]) -> [String] {
        // Most bodies name none; looking for the word is far cheaper than reading them.
        guard contains(body, word), let json = try? JSON(parsing: body) else { return [] }
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
        if let name = try? json.requiredAttachment() {
            found(name)
        }
        for (_, value) in json.members ?? [] {
            collect(value, found)
        }
        for element in json.elements ?? [] {
            collect(element, found)
        }
    }

    private static func contains(_ bytes: [UInt8], _ word: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            word.withUnsafeBufferPointer { word in
                guard let last = word.indices.last, bytes.count >= word.count else { return false }
                // The word's end is a quote, which is rarer than any letter of it.
                for end in last..<bytes.count where bytes[end] == word[last] {
                    if bytes[(end - last)..<end].elementsEqual(word[..<last]) { return true }
                }
                return false
            }
        }
    }
}
