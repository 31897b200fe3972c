/// The bytes of one document and the places of its values, shared by every `JSON` that points into it.
///
/// The nodes stand in document order. An object's or array's node is followed by the nodes of its contents; each
/// member of an object is two nodes in a row, name and value. `JSONNode.next` skips a node with all its contents.
final class JSONDocument: Sendable {
    let bytes: [UInt8]
    let nodes: [JSONNode]

    init(bytes: [UInt8], nodes: [JSONNode]) {
        self.bytes = bytes
        self.nodes = nodes
    }

    func string(at index: Int) -> String {
        nodes[index].string(in: bytes)
    }

    /// Whether the member name at `index` is `name`, byte for byte.
    func isName(at index: Int, equalTo name: String) -> Bool {
        let node = nodes[index]
        guard node.hasEscapes else {
            let content = node.content
            return content.count == name.utf8.count && bytes[content].elementsEqual(name.utf8)
        }
        return node.decoded(in: bytes).elementsEqual(name.utf8)
    }

    /// The path from the document to the value at `target`.
    func path(to target: Int) -> JSONPath {
        var path = JSONPath()
        var container = 0
        while container != target {
            let isObject = nodes[container].kind == .object
            var position = 0
            var value = container + (isObject ? 2 : 1)
            while nodes[value].next <= target {
                value = nodes[value].next + (isObject ? 1 : 0)
                position += 1
            }
            if isObject {
                path.append(name: string(at: value - 1))
            } else {
                path.append(index: position)
            }
            container = value
        }
        return path
    }
}
