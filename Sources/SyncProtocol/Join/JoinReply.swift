import Negotiation
import StrictJSON

/// The answer to a ``JoinRequest``: who the node is from now on. Signed by the coordinator as ``MessageType/reply``.
///
/// `{"region","regionName","agency","node","instance","registry","coordinatorKey","tagKey","epoch","cut"?,"replaced"?}`. The node believes it when
/// ``coordinatorKey`` has the invitation's fingerprint and the signature holds under it. Unknown members are ignored.
public struct JoinReply: Equatable, Sendable {
    /// Where a life of a node stood when another one took its place.
    public struct Replaced: Equatable, Sendable {
        /// Its last answered exchange; 0 when it never had one.
        public var exchange: Int
        /// The nonce of that exchange; empty when there was none.
        public var nonce: String

        /// The end of a life.
        public init(exchange: Int, nonce: String) {
            self.exchange = exchange
            self.nonce = nonce
        }
    }

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
    /// After a restore of the coordinator: no position up to this one was ever lost. What a node was told beyond it, in an
    /// earlier epoch, may be unknown here.
    public var cut: Int?
    /// For a node that takes its own place again: how far the coordinator had come with it. A copy that has not come as far
    /// is an older one.
    public var replaced: Replaced?

    /// The reply to a node that was enrolled.
    public init(
        region: String, regionName: String, agency: AgencyCode, node: NodeID, instance: InstanceID, registry: Bool,
        coordinatorKey: VerifyingKey, tagKey: [UInt8], epoch: Int, cut: Int? = nil,
        replaced: Replaced? = nil
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
        self.cut = cut
        self.replaced = replaced
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
        cut = try json.optionalInteger("cut", in: 0...JSON.integerRange.upperBound)
        replaced = try json.optionalObject("replaced").map { replaced in
            let hasNonce = try replaced.requiredString("nonce", maxBytes: Limits.nonceTextBytes).isEmpty == false
            return Replaced(
                exchange: try replaced.requiredInteger("exchange", in: 0...JSON.integerRange.upperBound),
                nonce: hasNonce ? try replaced.requiredNonce("nonce") : "")
        }
        guard tagKey.count == (registry ? Limits.tagKeyBytes : 0) else {
            throw BodyError(path: "/tagKey", expected: "\(Limits.tagKeyBytes) bytes for a registry, else none")
        }
    }

    /// The bytes to sign and send.
    public func encode() -> [UInt8] {
        var members: [(String, JSONValue)] = [
            ("region", .string(region)), ("regionName", .string(regionName)), ("agency", .string(agency.text)),
            ("node", .string(node.text)), ("instance", .string(instance.text)), ("registry", .boolean(registry)),
            ("coordinatorKey", .string(Base64URL.encode(coordinatorKey.bytes))),
            ("tagKey", .string(Base64URL.encode(tagKey))), ("epoch", .integer(epoch)),
        ]
        members += cut.map { [("cut", .integer($0))] } ?? []
        if let replaced {
            let both: [(String, JSONValue)] = [
                ("exchange", .integer(replaced.exchange)), ("nonce", .string(replaced.nonce)),
            ]
            members.append(("replaced", .object(both)))
        }
        return JSONValue.object(members).encoded
    }
}
