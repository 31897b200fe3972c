import Negotiation
import StrictJSON

/// The answer to a ``JoinRequest``: who the node is from now on. Signed by the coordinator as ``MessageType/reply``.
///
/// `{"region","regionName","agency","node","instance","registry","coordinatorKey","tagKey","epoch"}`. The node believes it when
/// ``coordinatorKey`` has the invitation's fingerprint and the signature holds under it. Unknown members are ignored.
public struct JoinReply: Equatable, Sendable {
    /// The region's code, in every request from now on.
    public var region: String
    /// The region's name, for people; at most ``Limits/textBytes``.
    public var regionName: String
    /// Whose node it is.
    public var agency: AgencyCode
    /// The node's id, which names it and its key.
    public var node: NodeID
    /// The node's first instance.
    public var instance: InstanceID
    /// Whether the node holds its agency's staff rows.
    public var registry: Bool
    /// Checks everything that the coordinator signs.
    public var coordinatorKey: VerifyingKey
    /// The key of ``PersonTag``: 32 bytes for a registry, empty for any other node.
    public var tagKey: [UInt8]
    /// The journal's epoch.
    public var epoch: Int

    /// The reply to a node that was enrolled.
    public init(
        region: String, regionName: String, agency: AgencyCode, node: NodeID, instance: InstanceID, registry: Bool,
        coordinatorKey: VerifyingKey, tagKey: [UInt8], epoch: Int
    ) {
        self.region = region
        self.regionName = regionName
        self.agency = agency
        self.node = node
        self.instance = instance
        self.registry = registry
        self.coordinatorKey = coordinatorKey
        self.tagKey = tagKey
        self.epoch = epoch
    }

    /// Reads a reply; the signature is for the caller to check. Throws ``ProtocolError``.
    public init(parsing bytes: [UInt8]) throws {
        self = try ProtocolError.reading {
            try JoinReply(reading: try JSON(parsing: bytes, limits: Limits.json(maxBytes: Limits.smallBodyBytes)))
        }
    }

    private init(reading json: JSON) throws {
        region = try json.requiredString("region", maxBytes: Limits.nameBytes)
        regionName = try json.requiredString("regionName", maxBytes: Limits.textBytes)
        agency = try json.requiredAgency("agency")
        node = try json.requiredIdentifier("node")
        instance = try json.requiredIdentifier("instance")
        registry = try json.requiredBoolean("registry")
        coordinatorKey = try json.requiredKey("coordinatorKey")
        tagKey = try json.requiredBytes("tagKey", max: Limits.tagKeyBytes)
        epoch = try json.requiredInteger("epoch", in: 1...JSON.integerRange.upperBound)
        guard tagKey.count == (registry ? Limits.tagKeyBytes : 0) else {
            throw BodyError(path: "/tagKey", expected: "\(Limits.tagKeyBytes) bytes for a registry, else none")
        }
    }

    /// The bytes to sign and send.
    public func encode() -> [UInt8] {
        JSONValue.object([
            ("region", .string(region)), ("regionName", .string(regionName)), ("agency", .string(agency.text)),
            ("node", .string(node.text)), ("instance", .string(instance.text)), ("registry", .boolean(registry)),
            ("coordinatorKey", .string(Base64URL.encode(coordinatorKey.bytes))),
            ("tagKey", .string(Base64URL.encode(tagKey))), ("epoch", .integer(epoch)),
        ]).encoded
    }
}
