import Personnel
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
    /// Set once a reorganisation ends the agency: it opens nothing more, and its people move on.
    public var closing: Closing?

    /// Whether it is another instansi, outside the region: it has no node, and its word comes in letters.
    public var isOutside: Bool

    /// From which day an agency ends, and by which reorganisation.
    public struct Closing: Equatable, Sendable {
        public var on: CivilDate
        public var by: RecordID
    }

    public var registry: Node? { nodes.first(where: \.isRegistry) }

    public init(_ record: Record) throws {
        let json = try JSON(parsing: record.body)
        code = try json.requiredAgency("code")
        names = JSONValue(try json.requiredObject("name"))
        nodes = try json.requiredArray("nodes", maxCount: Self.nodeLimit).map(Node.init(reading:))
        closing = try json.optionalObject("closing").map { closing in
            Closing(on: try closing.requiredDate("on"), by: try closing.requiredRecordID("by"))
        }
        isOutside = try json.optionalBoolean("outside") ?? false
    }

    init(code: AgencyCode, names: JSONValue, isOutside: Bool) {
        self.code = code
        self.isOutside = isOutside
        self.names = names
        self.nodes = []
    }

    var body: [UInt8] {
        let closing = closing.map { closing in
            JSONValue.object([("on", .string(closing.on.iso)), ("by", .string(closing.by.text))])
        }
        let members: [(String, JSONValue?)] = [
            ("code", .string(code.text)), ("name", names), ("nodes", .array(nodes.map(\.json))),
            ("closing", closing), ("outside", isOutside ? true : nil),
        ]
        return JSONValue.members(members).encoded
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
