import CoordinatorKit
import Negotiation
import SyncProtocol

/// A transaction whose n-th write fails as a full disk does: also for every write after it.
final class FaultyTransaction: StoreTransaction {
    private let base: any StoreTransaction
    private var left: Int

    init(_ base: any StoreTransaction, failingAt number: Int) {
        self.base = base
        left = number
    }

    private func writing<Answer>(_ body: () throws -> Answer) throws -> Answer {
        left -= 1
        guard left > 0 else { throw StoreFailure(.io, "injected") }
        return try body()
    }

    func savepoint<Answer>(_ body: () throws -> Answer) throws -> Answer { try base.savepoint(body) }

    func setRegion(_ region: RegionIdentity) throws { try writing { try base.setRegion(region) } }
    func setHead(_ head: JournalHead) throws { try writing { try base.setHead(head) } }
    func setTree(_ tree: TreeFrontier, _ root: JournalRoot) throws { try writing { try base.setTree(tree, root) } }
    func append(treeHash hash: [UInt8], level: Int, index: Int) throws {
        try writing { try base.append(treeHash: hash, level: level, index: index) }
    }
    func setStanding(_ standing: Standing) throws { try writing { try base.setStanding(standing) } }
    func append(_ epoch: JournalEpoch) throws { try writing { try base.append(epoch) } }
    func setDigest(_ digest: ViewDigest, of reader: Reader) throws {
        try writing { try base.setDigest(digest, of: reader) }
    }
    func append(bundle: Bundle) throws { try writing { try base.append(bundle: bundle) } }
    func append(_ entry: StoredEntry) throws { try writing { try base.append(entry) } }
    func append(_ decided: DecidedOperation, by agency: AgencyCode) throws {
        try writing { try base.append(decided, by: agency) }
    }
    func setNode(_ node: EnrolledNode) throws { try writing { try base.setNode(node) } }
    func setFormer(_ former: FormerInstance) throws { try writing { try base.setFormer(former) } }
    func keep(_ attachment: Attachment) throws { try writing { try base.keep(attachment) } }
    func add(_ delivery: Delivery) throws { try writing { try base.add(delivery) } }
    func put(_ record: Record) throws { try writing { try base.put(record) } }
    func setAudience(_ reader: Reader, record: RecordID, position: Int, present: Bool, held: Int?) throws {
        try writing { try base.setAudience(reader, record: record, position: position, present: present, held: held) }
    }
    func setClaim(_ tag: String, record: RecordID) throws -> Bool {
        try writing { try base.setClaim(tag, record: record) }
    }
    func removeClaim(_ tag: String) throws { try writing { try base.removeClaim(tag) } }

    func record(_ id: RecordID) throws -> Record? { try base.record(id) }
    func records(linked link: Link) throws -> [Record] { try base.records(linked: link) }
    func claim(_ tag: String) throws -> RecordID? { try base.claim(tag) }
    func region() throws -> RegionIdentity? { try base.region() }
    func head() throws -> JournalHead { try base.head() }
    func accesses(of agency: AgencyCode?, limit: Int) throws -> [Access] {
        try base.accesses(of: agency, limit: limit)
    }
    func bundleCount() throws -> Int { try base.bundleCount() }
    func frontier() throws -> TreeFrontier { try base.frontier() }
    func treeHashes(level: Int, from index: Int, count: Int) throws -> [[UInt8]] {
        try base.treeHashes(level: level, from: index, count: count)
    }
    func root(at position: Int) throws -> JournalRoot? { try base.root(at: position) }
    func roots(after position: Int, limit: Int) throws -> [JournalRoot] {
        try base.roots(after: position, limit: limit)
    }
    func treeHashCount() throws -> Int { try base.treeHashCount() }
    func standing() throws -> Standing { try base.standing() }
    func epochs() throws -> [JournalEpoch] { try base.epochs() }
    var recovery: any RecoveryShelf { base.recovery }
    func bundles(afterRow row: Int, limit: Int) throws -> [(row: Int, bytes: [UInt8])] {
        try base.bundles(afterRow: row, limit: limit)
    }
    func attachments(afterRow row: Int, limit: Int) throws -> [(row: Int, attachment: Attachment)] {
        try base.attachments(afterRow: row, limit: limit)
    }
    func entries(after position: Int, limit: Int) throws -> [StoredEntry] {
        try base.entries(after: position, limit: limit)
    }
    func entry(at position: Int) throws -> StoredEntry? { try base.entry(at: position) }
    func bundle(_ instance: InstanceID, number: Int) throws -> [UInt8]? { try base.bundle(instance, number: number) }
    func decided(_ operation: OperationID, by agency: AgencyCode) throws -> [DecidedOperation] {
        try base.decided(operation, by: agency)
    }
    func node(_ id: NodeID) throws -> EnrolledNode? { try base.node(id) }
    func node(keyed key: VerifyingKey) throws -> EnrolledNode? { try base.node(keyed: key) }
    func nodes() throws -> [EnrolledNode] { try base.nodes() }
    func reach() throws -> [AgencyCode: Int] { try base.reach() }
    func formers(of node: NodeID) throws -> [FormerInstance] { try base.formers(of: node) }
    func former(_ instance: InstanceID) throws -> FormerInstance? { try base.former(instance) }
    func audience(of readers: [Reader], after position: Int, through: Int, limit: Int) throws -> [AudienceRow] {
        try base.audience(of: readers, after: position, through: through, limit: limit)
    }
    func holders(of record: RecordID, among readers: [Reader]) throws -> [Reader] {
        try base.holders(of: record, among: readers)
    }
    func digest(of reader: Reader) throws -> ViewDigest { try base.digest(of: reader) }
    func attachment(_ name: String) throws -> Attachment? { try base.attachment(name) }
    func everything() throws -> StateListing { try base.everything() }
}
