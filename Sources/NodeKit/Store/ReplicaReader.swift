import GRDB
import Negotiation
import SyncProtocol

/// The live replica as the reducer and the commands read it, inside one transaction.
///
/// Audiences and claims are never sent to a node: each record is given the audience ``Audience/all``, so that its reader
/// sees what it holds, and no tag is known.
public struct ReplicaReader: RecordReader {
    private let replica: Replica

    /// A reader over the live generation; valid inside the transaction of `database`.
    public init(_ database: Database) throws {
        self.init(database, generation: try SyncState(database).live)
    }

    init(_ database: Database, generation: Int) {
        replica = Replica(database: database, generation: generation)
    }

    public func record(_ id: RecordID) throws -> Negotiation.Record? {
        try replica.held(id)?.record
    }

    public func records(linked link: Link) throws -> [Negotiation.Record] {
        try replica.records(linked: link)
    }

    public func claim(_ tag: String) -> RecordID? {
        nil
    }

    /// The attachment, nil when it has not come: then what names it is shown as incomplete.
    public func attachment(_ name: String) throws -> Attachment? {
        try HeldAttachments.named(replica.database, name)
    }
}
