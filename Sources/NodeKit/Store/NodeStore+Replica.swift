import Negotiation
import SyncProtocol

/// Reading the replica in one call each; a command that reads more makes one ``ReplicaReader`` in one `read`.
extension NodeStore {
    /// The record, nil when this node does not hold it. Throws ``NodeFailure``.
    public func record(_ id: RecordID) throws -> Record? {
        try read { try ReplicaReader($0).record(id) }
    }

    /// All records under this link, in the order in which they came. Throws ``NodeFailure``.
    public func records(linked link: Link) throws -> [Record] {
        try read { try ReplicaReader($0).records(linked: link) }
    }

    /// The attachment, nil when it has not come. Throws ``NodeFailure``.
    public func attachment(_ name: String) throws -> Attachment? {
        try read { try ReplicaReader($0).attachment(name) }
    }

    /// Today for this node: the last `day` that came ("YYYY-MM-DD"), nil before the first. Throws ``NodeFailure``.
    public func today() throws -> String? {
        try read { try SyncState($0).day }
    }
}
