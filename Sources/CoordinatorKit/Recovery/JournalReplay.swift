import Negotiation
import StrictJSON
import SyncProtocol

/// Journal entries that were decided elsewhere, taken into a store by their effects: no reducer runs.
///
/// What the journal gives the nodes is given too: keys and instances as agency records have them, and the last bundle of each
/// instance. Exchange numbers are not in the journal; whoever replays reopens the exchanges. A bundle is appended with the
/// first entry that comes from it, or once all that it holds was decided. Its node is owed a receipt again: which bundles were
/// decided a second time after an earlier restore, and which nodes know that, is not in the journal either.
struct JournalReplay {
    private struct Key: Hashable {
        var instance: InstanceID
        var number: Int
    }

    private var waiting: [Key: Bundle] = [:]
    /// Entries taken.
    private(set) var count = 0

    /// Takes the part of a batch that the store does not have yet, in one transaction.
    ///
    /// Throws ``StoreFailure`` `mirror` when an entry is another than the store's at its position, or does not follow.
    mutating func take(_ batch: MirrorBatch, into store: any CoordinatorStore) throws {
        let before = self
        do {
            try store.write { transaction in
                for bytes in batch.bundles {
                    guard let bundle = try? Bundle(parsing: bytes) else {
                        throw StoreFailure(.mirror, "a bundle in the mirror cannot be read")
                    }
                    if try transaction.bundle(bundle.instance, number: bundle.number) == nil {
                        waiting[Key(instance: bundle.instance, number: bundle.number)] = bundle
                    }
                }
                try batch.attachments.forEach(transaction.keep)
                var fold = EffectFold { try transaction.digest(of: $0) }
                var head = try transaction.head()
                var tree = try transaction.frontier()
                for bytes in batch.entries {
                    try take(bytes, &head, &tree, &fold, transaction)
                }
                if try head != transaction.head() {
                    try transaction.setHead(head)
                    try transaction.setTree(
                        tree, JournalRoot(epoch: head.epoch, position: head.position, day: head.day, hash: tree.root))
                }
                for (reader, digest) in fold.digests.sorted(by: { $0.key < $1.key }) {
                    try transaction.setDigest(digest, of: reader)
                }
            }
        } catch {
            self = before
            throw error
        }
    }

    /// Appends bundles whose operations were all decided without an entry of theirs. Others were never answered.
    mutating func finish(_ store: any CoordinatorStore) throws {
        let rest = waiting.values.sorted { ($0.instance, $0.number) < ($1.instance, $1.number) }
        try store.write { transaction in
            for bundle in rest {
                guard let agency = try transaction.node(bundle.node)?.agency,
                    try bundle.operations.allSatisfy({ bytes in
                        guard let id = try? Operation(parsing: bytes).id else { return false }
                        return try transaction.decided(id, by: agency).contains { $0.hash == Sodium.sha256(bytes) }
                    })
                else { continue }
                try Self.append(bundle, to: transaction)
            }
        }
        waiting = [:]
    }

    private mutating func take(
        _ bytes: [UInt8], _ head: inout JournalHead, _ tree: inout TreeFrontier, _ fold: inout EffectFold,
        _ transaction: any StoreTransaction
    ) throws {
        guard let entry = try? JournalEntry(parsing: bytes), let operation = try? Operation(parsing: entry.operation)
        else { throw StoreFailure(.mirror, "an entry in the mirror cannot be read") }
        let leaf = StoredEntry.leaf(of: bytes)
        guard entry.position > head.position else {
            guard try transaction.entry(at: entry.position)?.leaf == leaf else {
                throw StoreFailure(
                    .mirror, "backup and mirror are of different journals: they part at position \(entry.position)")
            }
            return
        }
        guard entry.position == head.position + 1 else {
            throw StoreFailure(.mirror, "position \(head.position + 1) is missing in the mirror")
        }
        if let bundle = waiting.removeValue(forKey: Key(instance: entry.instance, number: entry.bundle)) {
            try Self.append(bundle, to: transaction)
        }
        try fold.apply(entry.effects, at: entry.position, to: transaction)
        try transaction.append(
            StoredEntry(
                position: entry.position, agency: entry.agency, operation: operation.id, instance: entry.instance,
                bundle: entry.bundle, index: entry.index, bytes: bytes, leaf: leaf))
        try tree.append(leaf) { level, index, hash in
            guard StoredTree.isStored(level) else { return }
            try transaction.append(treeHash: hash, level: level, index: index)
        }
        try transaction.append(
            DecidedOperation(operation: operation.id, hash: Sodium.sha256(entry.operation), position: entry.position),
            by: entry.agency)
        try Self.enroll(entry, operation, in: transaction)
        try Self.begin(entry, operation, in: transaction)
        head = JournalHead(epoch: entry.epoch, position: entry.position, day: entry.day(of: operation) ?? head.day)
        count += 1
    }

    private static func append(_ bundle: Bundle, to transaction: any StoreTransaction) throws {
        try transaction.append(bundle: bundle)
        guard var node = try transaction.node(bundle.node) else { return }
        if try transaction.region()?.node != node.node {
            try transaction.recovery.owe(bundle.instance, number: bundle.number)
        }
        if node.exchange.instance != bundle.instance {
            // The coordinator's own node takes a new instance with each epoch; any other has its from the journal, and this
            // is of a life of it that has ended.
            guard try transaction.region()?.node == node.node, bundle.number == 1 else { return }
            node.exchange = .fresh(bundle.instance)
        }
        // One that left no entry may come after later ones.
        guard bundle.number > node.exchange.bundleNumber else { return }
        node.exchange.bundleNumber = bundle.number
        node.exchange.bundleHash = bundle.hash
        try transaction.setNode(node)
    }

    /// Nodes as the agency records that an entry put have them.
    private static func enroll(
        _ entry: JournalEntry, _ operation: Operation, in transaction: any StoreTransaction
    ) throws {
        for case .put(let record) in entry.effects where record.kind == .agency {
            guard let agency = try? Agency(record) else { continue }
            for node in agency.nodes {
                guard let key = Base64URL.decode(node.key).flatMap({ VerifyingKey(bytes: $0) }) else { continue }
                let joined = operation.body["node"]?.string == node.id.text
                var row =
                    try transaction.node(node.id)
                    ?? EnrolledNode(
                        node: node.id, agency: agency.code, registry: node.isRegistry, key: key,
                        invitation: joined && operation.kind == "node.join" ? operation.record : nil,
                        exchange: .fresh(node.instance))
                if row.exchange.instance != node.instance {
                    try transaction.setFormer(FormerInstance(ending: row))
                    row.exchange = .fresh(node.instance)
                }
                row.key = key
                row.registry = node.isRegistry
                try transaction.setNode(row)
            }
        }
    }

    private static func begin(
        _ entry: JournalEntry, _ operation: Operation, in transaction: any StoreTransaction
    ) throws {
        guard operation.kind == "epoch.begin", entry.outcome.kind == .accepted,
            let cut = operation.body["cut"]?.integer
        else { return }
        try transaction.append(JournalEpoch(epoch: entry.epoch, cut: cut, position: entry.position))
    }
}
