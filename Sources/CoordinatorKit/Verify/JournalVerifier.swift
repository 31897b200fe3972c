import Negotiation
import StrictJSON
import SyncProtocol

/// Checks that the journal is whole and that the state is its fold.
///
/// The journal is folded from nothing, effects only: no reducer runs, so journals of any version verify. On the way each
/// entry is held against its row, its bundle's hash chain and signature (by the key that the agency's record gave the node
/// at that position, or the coordinator's), the tree of hashes with every root, and the day. Then every record is compared byte for byte, and claims, links,
/// audience rows, digests (added up anew), the list of decided operations and the nodes. What the journal cannot know,
/// such as a node's last nonce, is not checked. Memory: the whole state; time: linear.
public struct JournalVerifier {
    /// What was verified, for a report.
    public struct Summary: Equatable, Sendable {
        public var head: JournalHead
        public var records: Int
        public var bundles: Int
    }

    struct Signer: Equatable {
        var agency: AgencyCode
        var key: VerifyingKey
    }

    /// An operation's bytes as an agency's statement.
    struct Statement: Hashable {
        var agency: AgencyCode
        /// Hexadecimal SHA-256 of the bytes.
        var hash: String
    }

    let source: any JournalSource
    /// What the journal's fold is compared with; nil for a journal by itself.
    private let state: (any StoreSnapshot)?
    let region: RegionIdentity
    private let memory = FoldedMemory()
    private var fold = EffectFold { _ in ViewDigest() }
    private var decided: [(agency: AgencyCode, operation: DecidedOperation)] = []
    var statements: Set<Statement> = []
    /// What a bundle holds and the journal has not come to yet.
    var owed: [Statement: Int] = [:]
    /// The last bundle of each instance that the journal reached.
    var bundles: [InstanceID: Bundle] = [:]
    var signers: [NodeID: Signer] = [:]
    /// The instance of each node at this position, and the key of every instance that there was.
    var instances: [NodeID: InstanceID] = [:]
    var lives: [InstanceID: Signer] = [:]
    /// Instances that have ended, with the epoch in which they did: they speak no more but for what a recovery brings back.
    var ended: [InstanceID: Int] = [:]
    var bundleCount = 0
    private var day: String?
    var epoch = 1
    private var epochs: [JournalEpoch] = []
    var position = 0
    var tree = TreeVerification()

    private init(
        _ source: any JournalSource, state: (any StoreSnapshot)?, region: RegionIdentity, coordinatorKey: VerifyingKey
    ) {
        self.source = source
        self.state = state
        self.region = region
        signers[region.node] = Signer(agency: region.bkd, key: coordinatorKey)
    }

    /// Verifies one snapshot of the store. Throws the first ``JournalDamage``, or ``StoreFailure``.
    public static func verify(_ store: any CoordinatorStore, coordinatorKey: VerifyingKey) throws -> Summary {
        try store.read { snapshot in
            guard let region = try snapshot.region() else {
                throw StoreFailure(.region, "no region is founded here")
            }
            var verifier = JournalVerifier(
                snapshot, state: snapshot, region: region, coordinatorKey: coordinatorKey)
            return try verifier.run()
        }
    }

    /// Verifies an exported journal: the entries, their evidence, the tree up to the signed checkpoint, and that they fold.
    ///
    /// Throws the first ``JournalDamage``.
    public static func verify(_ file: JournalFile, coordinatorKey: VerifyingKey) throws -> Summary {
        guard file.checkpoint.verifies(region: file.region.code, key: coordinatorKey) else {
            throw JournalDamage(.checkpoint, at: file.checkpoint.head.position, "this key did not sign the checkpoint")
        }
        var verifier = JournalVerifier(file, state: nil, region: file.region, coordinatorKey: coordinatorKey)
        let summary = try verifier.run()
        let head = file.checkpoint.head
        guard
            summary.head == JournalHead(epoch: head.epoch, position: head.position, day: file.checkpoint.day),
            verifier.tree.root == file.checkpoint.root
        else {
            throw JournalDamage(.checkpoint, at: verifier.position, "the entries are not those of the checkpoint")
        }
        return summary
    }

    private mutating func run() throws -> Summary {
        while true {
            let entries = try source.entries(after: position, limit: 500)
            if entries.isEmpty { break }
            for entry in entries {
                try take(entry)
            }
        }
        if let state {
            try compare(state)
        } else {
            try followAll()
            try compareRegion(Array(memory.records.values))
        }
        if let first = owed.min(by: { ($0.value, $0.key.hash) < ($1.value, $1.key.hash) }) {
            throw JournalDamage(.undecided, at: first.value, "operation \(first.key.hash) of a bundle has no entry")
        }
        let head = JournalHead(epoch: epoch, position: position, day: day)
        return Summary(head: head, records: memory.records.count, bundles: bundleCount)
    }

    /// The state of the store against the fold.
    private mutating func compare(_ state: any StoreSnapshot) throws {
        let head = try state.head()
        guard head.position == position, head.epoch == epoch else {
            throw JournalDamage(.position, at: position, "the head says \(head.epoch)/\(head.position)")
        }
        guard head.day == day else {
            throw JournalDamage(.day, at: position, "the head says \(head.day ?? "none"), the journal \(day ?? "none")")
        }
        try tree.finish(state)
        guard try state.epochs() == epochs else {
            throw JournalDamage(.epoch, at: position, "the list of epochs is not the journal's")
        }
        let listing = try state.everything()
        try StateComparison(memory: memory, listing: listing, head: position).run()
        try compareDecided(listing.decided)
        try compareRegion(listing.records)
        try compareNodes(state)
        try followAll()
        guard try state.bundleCount() == bundleCount else {
            throw JournalDamage(.bundle, at: position, "there are bundles that follow no other one of their instance")
        }
    }

    private mutating func take(_ stored: StoredEntry) throws {
        guard stored.position == position + 1 else {
            throw JournalDamage(.position, at: position + 1, "the next entry has position \(stored.position)")
        }
        position += 1
        let entry = try read(stored)
        let operation: Operation
        do {
            operation = try Operation(parsing: entry.operation)
        } catch {
            throw JournalDamage(.operation, at: position, "the operation cannot be read")
        }
        guard operation.id == stored.operation else {
            throw JournalDamage(.entry, at: position, "the row is for another operation")
        }
        try check(entry)
        try take(epoch: entry, operation)
        try settle(entry, operation)
        do {
            try fold.apply(entry.effects, at: position, to: memory)
        } catch let fault as EffectFault {
            throw JournalDamage(.effects, at: position, fault.reason)
        }
        day = entry.day(of: operation) ?? day
        try tree.take(stored.leaf, epoch: epoch, day: day, state)
        try learnKeys(entry.effects)
    }

    /// An epoch begins with the coordinator's own word for it, and with nothing else.
    private mutating func take(epoch entry: JournalEntry, _ operation: Operation) throws {
        guard operation.kind == "epoch.begin", entry.outcome.kind == .accepted else {
            guard entry.epoch == epoch else {
                throw JournalDamage(.epoch, at: position, "epoch \(entry.epoch) was never begun")
            }
            return
        }
        guard entry.epoch > epoch, operation.body["epoch"]?.integer == entry.epoch,
            let cut = operation.body["cut"]?.integer, (0..<position).contains(cut)
        else { throw JournalDamage(.epoch, at: position, "the epoch does not follow the one before it") }
        epoch = entry.epoch
        epochs.append(JournalEpoch(epoch: epoch, cut: cut, position: position))
    }

    private func read(_ stored: StoredEntry) throws -> JournalEntry {
        guard stored.leaf == StoredEntry.leaf(of: stored.bytes) else {
            throw JournalDamage(.entry, at: position, "the entry's bytes are not those that were written")
        }
        let entry: JournalEntry
        do {
            entry = try JournalEntry(parsing: stored.bytes)
        } catch {
            throw JournalDamage(.entry, at: position, "the entry cannot be read")
        }
        guard entry.encoded == stored.bytes else {
            throw JournalDamage(.entry, at: position, "the entry is not in the form in which it was written")
        }
        guard
            entry.position == stored.position, entry.agency == stored.agency, entry.instance == stored.instance,
            entry.bundle == stored.bundle, entry.index == stored.index
        else { throw JournalDamage(.entry, at: position, "the entry does not say what its row says") }
        return entry
    }

    private mutating func settle(_ entry: JournalEntry, _ operation: Operation) throws {
        let hash = Sodium.sha256(entry.operation)
        let statement = Statement(agency: entry.agency, hash: Hex.encode(hash))
        guard statements.insert(statement).inserted else {
            throw JournalDamage(.decided, at: position, "the same bytes were decided before")
        }
        owed[statement] = nil
        decided.append((entry.agency, DecidedOperation(operation: operation.id, hash: hash, position: position)))
    }

    private func compareRegion(_ records: [Record]) throws {
        let record = records.first { $0.kind == .region }
        let stated = try? record.map { record in
            let stated = try Region(record)
            return RegionIdentity(
                code: stated.code, name: stated.name, zone: stated.zone, isTrial: stated.isTrial, bkd: stated.desk,
                language: stated.language, node: region.node)
        }
        // By their bytes: two texts may be equal to a reader and differ in a bit.
        guard let stated, stated.json.encoded == region.json.encoded else {
            throw JournalDamage(.region, at: record?.changed ?? position, "the region is not what its record says")
        }
    }

    private func compareDecided(_ stored: [(agency: AgencyCode, operation: DecidedOperation)]) throws {
        for (folded, stored) in zip(decided, stored)
        where folded.agency != stored.agency || folded.operation != stored.operation {
            throw JournalDamage(.decided, at: folded.operation.position, "the list of decided operations differs")
        }
        guard stored.count == decided.count else {
            throw JournalDamage(.decided, at: position, "\(stored.count) listed, \(decided.count) in the journal")
        }
    }
}
