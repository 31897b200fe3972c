import Negotiation
import StrictJSON

/// Which attachments a body names: every object `{"attachment": NAME}` in it.
enum AttachmentNames {
    /// The names in document order, each once; none when the bytes cannot be read.
    static func of(_ body: [UInt8]) -> [String] {
        guard let json = try? JSON(parsing: body) else { return [] }
        var names: [String] = []
        collect(json, into: &names)
        return names
    }

    private static func collect(_ json: JSON, into names: inout [String]) {
        if let name = try? json.requiredAttachment(), !names.contains(name) {
            names.append(name)
        }
        for (_, value) in json.members ?? [] {
            collect(value, into: &names)
        }
        for element in json.elements ?? [] {
            collect(element, into: &names)
        }
    }
}
