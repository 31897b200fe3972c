import Negotiation

/// What the coordinator's shell knows of its region: fixed when the region is founded.
public struct RegionIdentity: Equatable, Sendable {
    /// The code that every request names.
    public var code: String
    public var name: String
    /// IANA name of the time zone whose civil date is the region's date.
    public var zone: String
    /// A trial region takes its days only from its desk, never from a clock.
    public var isTrial: Bool
    /// The personnel agency, whose desk decides.
    public var bkd: AgencyCode
    public var language: String
    /// The coordinator's own node: its bundles found the region, enrol nodes and let days come.
    public var node: NodeID

    public init(
        code: String, name: String, zone: String, isTrial: Bool, bkd: AgencyCode, language: String, node: NodeID
    ) {
        self.code = code
        self.name = name
        self.zone = zone
        self.isTrial = isTrial
        self.bkd = bkd
        self.language = language
        self.node = node
    }
}
