import Negotiation
import StrictJSON
import SyncProtocol

/// Checks that the journal is whole and that the state is its fold.
///
/// The journal is folded from nothing, effects only: no reducer runs, so journals of any version verify. On the way each
/// entry is held against its row, its bundle's hash chain and signature (by the key that the agency's record gave the node
/// at that position, or the coordinator's), and the day. Then every record is compared byte for byte, and claims, links,
/// audience rows, digests (added up anew) and the list of decided operations. Memory: the whole state; time: linear.
public struct JournalVerifier {
    /// What was verified, for a report.
    public struct Summary: Equatable, Sendable {
        public var head: JournalHead
        public var records: Int
        public var bundles: Int
    }

    private let snapshot: any StoreSnapshot
    private let region: RegionIdentity
    private let memory = FoldedMemory()
    private var fold = EffectFold { _ in ViewDigest() }
    private var decided: [(agency: AgencyCode, operation: DecidedOperation)] = []
    /// The last bundle of each instance that the journal reached.
    private var bundles: [InstanceID: Bundle] = [:]
    private var signers: [NodeID: Signer] = [:]
    private var bundleCount = 0
    private var day: String?
    private var position = 0

    private struct Signer {
        var agency: AgencyCode
        var key: VerifyingKey
    }

    private init(snapshot: any StoreSnapshot, region: RegionIdentity, coordinatorKey: VerifyingKey) {
        self.snapshot = snapshot
        self.region = region
        signers[region.node] = Signer(agency: region.bkd, key: coordinatorKey)
    }

    /// Verifies one snapshot of the store. Throws the first ``JournalDamage``, or ``StoreFailure``.
    public static func verify(_ store: any CoordinatorStore, coordinatorKey: VerifyingKey) throws -> Summary {
        try store.read { snapshot in
            guard let region = try snapshot.region() else {
                throw StoreFailure(.region, "no region is founded here")
            }
            var verifier = JournalVerifier(snapshot: snapshot, region: region, coordinatorKey: coordinatorKey)
            return try verifier.run()
        }
    }

    private mutating func run() throws -> Summary {
        while true {
            let entries = try snapshot.entries(after: position, limit: 500)
            if entries.isEmpty { break }
            for entry in entries {
                try take(entry)
            }
        }
        let head = try snapshot.head()
        guard head.position == position else {
            throw JournalDamage(.position, at: position, "the head says \(head.position)")
        }
        guard head.day == day else {
            throw JournalDamage(.day, at: position, "the head says \(head.day ?? "none"), the journal \(day ?? "none")")
        }
        try StateComparison(memory: memory, listing: try snapshot.everything(), head: position).run()
        try compareDecided()
        return Summary(head: head, records: memory.records.count, bundles: bundleCount)
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
        let hash = Sodium.sha256(entry.operation)
        decided.append((entry.agency, DecidedOperation(operation: operation.id, hash: hash, position: position)))
        do {
            try fold.apply(entry.effects, at: position, to: memory)
        } catch let fault as EffectFault {
            throw JournalDamage(.effects, at: position, fault.reason)
        }
        day = entry.day(of: operation) ?? day
        learnKeys(entry.effects)
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

    /// Holds the entry against its bundle.
    private mutating func check(_ entry: JournalEntry) throws {
        let bundle = try self.bundle(of: entry)
        guard entry.node == bundle.node, entry.agency == signers[bundle.node]?.agency else {
            throw JournalDamage(.entry, at: position, "the entry names another author than its bundle")
        }
        guard entry.index < bundle.operations.count, bundle.operations[entry.index] == entry.operation else {
            throw JournalDamage(.operation, at: position, "the operation is not the one in its bundle")
        }
    }

    private mutating func bundle(of entry: JournalEntry) throws -> Bundle {
        let last = bundles[entry.instance]
        if let last, last.number == entry.bundle { return last }
        // A bundle of operations that were all decided before left no entry: the chain passes through it all the same.
        var previous = last
        for number in ((last?.number ?? 0) + 1)...max(entry.bundle, (last?.number ?? 0) + 1) {
            previous = try follow(previous, number, entry)
        }
        guard let bundle = previous, bundle.number == entry.bundle else {
            throw JournalDamage(.bundle, at: position, "bundle \(entry.bundle) comes after a later one")
        }
        bundles[entry.instance] = bundle
        return bundle
    }

    private mutating func follow(_ last: Bundle?, _ number: Int, _ entry: JournalEntry) throws -> Bundle {
        guard
            let bytes = try snapshot.bundle(entry.instance, number: number), let bundle = try? Bundle(parsing: bytes),
            bundle.number == number
        else { throw JournalDamage(.bundle, at: position, "bundle \(number) is missing or cannot be read") }
        guard
            bundle.instance == entry.instance, bundle.region == region.code,
            last.map({ bundle.previous == $0.hash }) ?? true
        else { throw JournalDamage(.bundle, at: position, "bundle \(number) does not follow the one before it") }
        guard let key = signers[bundle.node]?.key else {
            throw JournalDamage(.bundle, at: position, "the node of bundle \(number) had no key at this position")
        }
        guard bundle.verifies(with: key) else {
            throw JournalDamage(.bundle, at: position, "bundle \(number) is not signed by its node")
        }
        bundleCount += 1
        return bundle
    }

    /// Keys as agency records give them from this position on.
    private mutating func learnKeys(_ effects: [Effect]) {
        for case .put(let record) in effects where record.kind == .agency {
            let body = try? JSON(parsing: record.body)
            guard let agency = body?["code"]?.string.flatMap(AgencyCode.init) else { continue }
            for node in body?["nodes"]?.elements ?? [] {
                if let id = node["node"]?.string.flatMap({ NodeID(text: $0) }),
                    let key = node["key"]?.string.flatMap(Base64URL.decode).flatMap({ VerifyingKey(bytes: $0) })
                {
                    signers[id] = Signer(agency: agency, key: key)
                }
            }
        }
    }

    private func compareDecided() throws {
        let stored = try snapshot.everything().decided
        for (folded, stored) in zip(decided, stored)
        where folded.agency != stored.agency || folded.operation != stored.operation {
            throw JournalDamage(.decided, at: folded.operation.position, "the list of decided operations differs")
        }
        guard stored.count == decided.count else {
            throw JournalDamage(.decided, at: position, "\(stored.count) listed, \(decided.count) in the journal")
        }
    }
}
