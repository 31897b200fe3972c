import StrictJSON

/// An agency of the region with the keys of its nodes.
public struct Agency: Equatable, Sendable {
    /// One machine of the agency.
    public struct Node: Equatable, Sendable {
        public var id: NodeID
        public var instance: InstanceID
        /// Ed25519 public key, base64url.
        public var key: String
        /// X25519 public key, base64url: what is sealed to the agency opens with it.
        public var box: String
        /// Whether it is the node that holds staff rows.
        public var isRegistry: Bool
    }

    /// The most nodes of one agency.
    public static let nodeLimit = 20

    public var code: AgencyCode
    public var names: JSONValue
    public var nodes: [Node]

    public var registry: Node? { nodes.first(where: \.isRegistry) }

    public init(_ record: Record) throws {
        let json = try JSON(parsing: record.body)
        code = try json.requiredAgency("code")
        names = JSONValue(try json.requiredObject("name"))
        nodes = try json.requiredArray("nodes", maxCount: Self.nodeLimit).map(Node.init(reading:))
    }

    init(code: AgencyCode, names: JSONValue) {
        self.code = code
        self.names = names
        self.nodes = []
    }

    var body: [UInt8] {
        JSONValue.object([
            ("code", .string(code.text)), ("name", names), ("nodes", .array(nodes.map(\.json))),
        ]).encoded
    }
}

extension Agency.Node {
    init(reading json: JSON) throws {
        guard let id = NodeID(text: try json.requiredString("node", maxBytes: 36)),
            let instance = InstanceID(text: try json.requiredString("instance", maxBytes: 36))
        else {
            throw BodyError(path: json.path, expected: "the ids of a node and of its instance")
        }
        self.id = id
        self.instance = instance
        key = try json.requiredString("key", maxBytes: 60)
        box = try json.requiredString("box", maxBytes: 60)
        isRegistry = try json.requiredBoolean("registry")
    }

    var json: JSONValue {
        .object([
            ("node", .string(id.text)), ("instance", .string(instance.text)), ("key", .string(key)),
            ("box", .string(box)), ("registry", .boolean(isRegistry)),
        ])
    }
}
