/// Who an operation comes from, as its bundle's signature proves it.
public struct Author: Equatable, Sendable {
    public var agency: AgencyCode
    public var node: NodeID
    /// The coordinator's own key: it founds the region, enrols nodes and lets days come, nothing else.
    public var isCoordinator: Bool

    public init(agency: AgencyCode, node: NodeID, isCoordinator: Bool = false) {
        self.agency = agency
        self.node = node
        self.isCoordinator = isCoordinator
    }
}
