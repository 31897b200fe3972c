import Negotiation
import SyncProtocol

/// Where the coordinator keeps the journal, and the state that is the fold of the journal's effects.
///
/// Both calls are synchronous and may block: call them off the cooperative threads. Every failure of the storage itself
/// is a ``StoreFailure``.
public protocol CoordinatorStore: Sendable {
    /// Runs the body over one unchanging snapshot.
    func read<Answer>(_ body: (any StoreSnapshot) throws -> Answer) throws -> Answer

    /// Runs the body in the one writing transaction. When it returns, all it wrote is durable; when it throws, nothing is.
    func write<Answer>(_ body: (any StoreTransaction) throws -> Answer) throws -> Answer
}

/// One unchanging view of the store. Not to be kept beyond the body that it was handed to.
public protocol StoreSnapshot: RecordReader, JournalSource {
    /// The region that this store belongs to; nil before the region is founded.
    func region() throws -> RegionIdentity?
    func head() throws -> JournalHead
    /// The right edge of the tree over all entries.
    func frontier() throws -> TreeFrontier
    /// What ``StoredTree`` is made of: hashes of subtrees next to each other, at a level that is stored.
    func treeHashes(level: Int, from index: Int, count: Int) throws -> [[UInt8]]
    /// The root that a group of decisions ended with at this position; nil when none ended there.
    func root(at position: Int) throws -> JournalRoot?
    /// Roots with a position above this one, in order, at most `limit`.
    func roots(after position: Int, limit: Int) throws -> [JournalRoot]
    /// How many hashes of subtrees are stored.
    func treeHashCount() throws -> Int
    func standing() throws -> Standing
    /// The epochs that restores began, in order.
    func epochs() throws -> [JournalEpoch]
    /// What a recovery collects and leaves behind; it writes inside a ``StoreTransaction`` only.
    var recovery: any RecoveryShelf { get }

    func entry(at position: Int) throws -> StoredEntry?
    /// Bundles in the order in which they came, after the one with this number in that order.
    func bundles(afterRow row: Int, limit: Int) throws -> [(row: Int, bytes: [UInt8])]
    func bundleCount() throws -> Int
    /// Attachments in the order in which they were kept, after the one with this number in that order.
    func attachments(afterRow row: Int, limit: Int) throws -> [(row: Int, attachment: Attachment)]
    /// What was decided under this id, the first first: one, or more where an agency used an id twice.
    func decided(_ operation: OperationID, by agency: AgencyCode) throws -> [DecidedOperation]

    func node(_ id: NodeID) throws -> EnrolledNode?
    func node(keyed key: VerifyingKey) throws -> EnrolledNode?
    /// All nodes in the order in which they joined.
    func nodes() throws -> [EnrolledNode]
    /// The highest position that any node of each agency has reached, revoked ones aside.
    func reach() throws -> [AgencyCode: Int]
    /// The ended lives of a node, the last one first.
    func formers(of node: NodeID) throws -> [FormerInstance]
    /// The ended life of any node that had this instance.
    func former(_ instance: InstanceID) throws -> FormerInstance?

    /// What the readers gained, lost or got anew after the position, ordered by position and then as the records were made, at
    /// most `limit` rows. `through` bounds the positions from above.
    func audience(of readers: [Reader], after position: Int, through: Int, limit: Int) throws -> [AudienceRow]
    /// Which of the readers hold the record now.
    func holders(of record: RecordID, among readers: [Reader]) throws -> [Reader]
    func digest(of reader: Reader) throws -> ViewDigest
    func attachment(_ name: String) throws -> Attachment?
    /// What nodes of the agency were given of what is about people, of all agencies when it is nil: the newest first, at most
    /// `limit` rows.
    func accesses(of agency: AgencyCode?, limit: Int) throws -> [Access]

    /// All rows of the folded state, each table in its own order; for verification.
    func everything() throws -> StateListing
}

/// The one writing transaction of a store.
public protocol StoreTransaction: StoreSnapshot, FoldedState {
    /// Runs the body; when it throws, everything it wrote is undone and the error goes on.
    func savepoint<Answer>(_ body: () throws -> Answer) throws -> Answer

    func setRegion(_ region: RegionIdentity) throws
    func setHead(_ head: JournalHead) throws
    /// Keeps the tree's right edge and the root of the group that ends here, whose head it is.
    func setTree(_ tree: TreeFrontier, _ root: JournalRoot) throws
    /// Keeps the hash of a subtree whose entries are all there.
    func append(treeHash hash: [UInt8], level: Int, index: Int) throws
    func setStanding(_ standing: Standing) throws
    func append(_ epoch: JournalEpoch) throws
    func setDigest(_ digest: ViewDigest, of reader: Reader) throws
    func append(bundle: Bundle) throws
    func append(_ entry: StoredEntry) throws
    func append(_ decided: DecidedOperation, by agency: AgencyCode) throws
    /// Inserts the node or replaces the one with its id.
    func setNode(_ node: EnrolledNode) throws
    /// Inserts the ended life or replaces the one with its instance.
    func setFormer(_ former: FormerInstance) throws
    /// Keeps the attachment; does nothing when it is there.
    func keep(_ attachment: Attachment) throws
    /// Adds what a page gives away to what its node was given before.
    func add(_ delivery: Delivery) throws
}
