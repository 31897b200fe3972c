import Negotiation
import SyncProtocol

/// A life of a node that has ended: it was replaced, or restored from a backup. Kept so that a copy of it that still speaks
/// gets a signed answer and is told of.
public struct FormerInstance: Equatable, Sendable {
    public var node: NodeID
    public var instance: InstanceID
    /// What it signed with.
    public var key: VerifyingKey
    /// Its last answered exchange, 0 when it never had one, and that one's nonce.
    public var exchange: Int
    public var nonce: String
    /// How often it has spoken since it ended.
    public var calls: Int
    /// When it spoke first and last, RFC 3339, by the coordinator's clock; evidence only.
    public var first: String?
    public var last: String?
    /// When the journal was last told, in milliseconds since 1970.
    public var told: Int?

    public init(
        node: NodeID, instance: InstanceID, key: VerifyingKey, exchange: Int, nonce: String, calls: Int = 0,
        first: String? = nil, last: String? = nil, told: Int? = nil
    ) {
        self.node = node
        self.instance = instance
        self.key = key
        self.exchange = exchange
        self.nonce = nonce
        self.calls = calls
        self.first = first
        self.last = last
        self.told = told
    }

    /// The life that a node has led until now.
    init(ending node: EnrolledNode) {
        self.init(
            node: node.node, instance: node.exchange.instance, key: node.key, exchange: node.exchange.exchange,
            nonce: node.exchange.nonce)
    }
}
