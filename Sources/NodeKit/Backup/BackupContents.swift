import Negotiation
import SyncProtocol

/// What a backup holds, as found by opening it.
public struct BackupContents: Equatable, Sendable {
    public var region: String
    public var agency: AgencyCode
    public var node: NodeID
    public var isRegistry: Bool
    /// When it was made, RFC 3339, by the clock of the machine.
    public var madeAt: String
    /// The last answered exchange in it.
    public var exchange: Int
    /// When a reply was last absorbed before it was made.
    public var lastSync: String?
    /// The last day that had come.
    public var day: String?
    public var records: Int
    public var digest: String
    public var people: Int
    public var drafts: Int
    public var inFlight: Int
}
