import Negotiation
import SyncProtocol

/// Who this node is, and the secrets that prove it: what `keys.json` in its data directory holds.
public struct NodeIdentity: Sendable {
    public var region: String
    /// The region's name for people.
    public var regionName: String
    public var agency: AgencyCode
    public var node: NodeID
    public var instance: InstanceID
    /// Whether this node holds its agency's staff rows.
    public var isRegistry: Bool
    /// The coordinator's address, `https://host:port`, without a slash at its end.
    public var url: String
    /// The file of the certificate authority that alone is trusted for this address; nil for the system's.
    public var caPath: String?
    public var signing: SigningKey
    public var box: BoxKey
    /// The box keys of former lives, the last one first: what was sealed to them is still on its way.
    public var formerBoxes: [BoxKey]
    /// The key of the region's person tags; empty unless the node is a registry.
    public var tagKey: [UInt8]
    public var coordinator: VerifyingKey

    public init(
        region: String, regionName: String, agency: AgencyCode, node: NodeID, instance: InstanceID, isRegistry: Bool,
        url: String, caPath: String?, signing: SigningKey, box: BoxKey, tagKey: [UInt8], coordinator: VerifyingKey,
        formerBoxes: [BoxKey] = []
    ) {
        self.region = region
        self.regionName = regionName
        self.agency = agency
        self.node = node
        self.instance = instance
        self.isRegistry = isRegistry
        self.url = url
        self.caPath = caPath
        self.signing = signing
        self.box = box
        self.formerBoxes = formerBoxes
        self.tagKey = tagKey
        self.coordinator = coordinator
    }

    /// What was sealed to this node, or to what it was before; nil when it does not open.
    func opened(sealed bytes: [UInt8]) -> [UInt8]? {
        ([box] + formerBoxes).lazy.compactMap { $0.open(sealed: bytes) }.first
    }

    var author: Author {
        Author(agency: agency, node: node)
    }
}
