import Negotiation
import SyncProtocol

/// A node of the region as the coordinator knows it: its key, and the last exchange that was answered.
public struct EnrolledNode: Equatable, Sendable {
    public var node: NodeID
    public var agency: AgencyCode
    public var registry: Bool
    public var key: VerifyingKey
    /// The invitation that it joined with; nil for the coordinator itself and the desk.
    public var invitation: RecordID?
    public var exchange: ExchangeState
    /// The highest cursor position that the node has certainly stored.
    public var reached: Int
    /// When it was last answered, RFC 3339, by the coordinator's clock; evidence only.
    public var seen: String?
    public var isRevoked: Bool

    public init(
        node: NodeID, agency: AgencyCode, registry: Bool, key: VerifyingKey, invitation: RecordID?,
        exchange: ExchangeState, reached: Int = 0, seen: String? = nil, isRevoked: Bool = false
    ) {
        self.node = node
        self.agency = agency
        self.registry = registry
        self.key = key
        self.invitation = invitation
        self.exchange = exchange
        self.reached = reached
        self.seen = seen
        self.isRevoked = isRevoked
    }
}
