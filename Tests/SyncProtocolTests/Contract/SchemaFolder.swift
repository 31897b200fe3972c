import Foundation
import Testing

/// The schemas of `protocol/v1/schemas`, read as plain JSON.
struct SchemaFolder {
    /// One object of a schema, and the file in which its references start.
    struct Node {
        var file: String
        var members: [String: Any]

        var required: [String] { members["required"] as? [String] ?? [] }
        var properties: [String: [String: Any]] { members["properties"] as? [String: [String: Any]] ?? [:] }
        var type: String? { members["type"] as? String }
    }

    private let files: [String: [String: Any]]

    init() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../protocol/v1/schemas").standardized
        var files: [String: [String: Any]] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let data = try Data(contentsOf: folder.appendingPathComponent(name))
            files[name] = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        }
        self.files = files
    }

    /// What `FILE#/$defs/NAME` leads to, references followed to their end.
    func node(_ reference: String) throws -> Node {
        let parts = reference.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        var value: Any = try #require(files[parts[0]])
        for part in (parts.count > 1 ? parts[1] : "").split(separator: "/") {
            value = try #require((value as? [String: Any])?[String(part)])
        }
        return try followed(Node(file: parts[0], members: try #require(value as? [String: Any])))
    }

    func followed(_ node: Node) throws -> Node {
        guard let reference = node.members["$ref"] as? String else { return node }
        return try self.node(reference.hasPrefix("#") ? node.file + reference : reference)
    }

    /// The parts of a message that are objects of the schema, each with its path.
    func objects(of node: Node, in value: Any, at path: [String] = []) throws -> [(path: [String], node: Node)] {
        let node = try followed(node)
        var found: [(path: [String], node: Node)] = []
        if let object = value as? [String: Any] {
            for choice in node.members["oneOf"] as? [[String: Any]] ?? [] {
                let one = try followed(Node(file: node.file, members: choice))
                if one.required.allSatisfy({ object[$0] != nil }) {
                    found += try objects(of: one, in: value, at: path)
                }
            }
            if !node.properties.isEmpty {
                found.append((path, node))
            }
            for (name, part) in node.properties {
                guard let inner = object[name] else { continue }
                found += try objects(of: Node(file: node.file, members: part), in: inner, at: path + [name])
            }
        } else if let array = value as? [Any], let items = node.members["items"] as? [String: Any] {
            for (index, element) in array.enumerated() {
                found += try objects(of: Node(file: node.file, members: items), in: element, at: path + ["\(index)"])
            }
        }
        return found
    }
}
