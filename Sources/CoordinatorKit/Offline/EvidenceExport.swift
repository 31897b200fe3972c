import Negotiation
import SyncProtocol

/// Makes the evidence for one decision from the journal.
public enum EvidenceExport {
    /// The evidence for the entry at a position, under a checkpoint of the present head; nil when there is no such position.
    ///
    /// Looks through the journal for the entry that gave the node its key, so its time is linear in the journal. Throws
    /// ``StoreFailure``.
    public static func make(
        position: Int, from store: any CoordinatorStore, keys: CoordinatorKeys
    ) throws -> EvidenceFile? {
        try store.read { snapshot in
            guard let region = try snapshot.region() else {
                throw StoreFailure(.region, "no region is founded here")
            }
            guard let stored = try snapshot.entry(at: position) else { return nil }
            let entry = try read(stored)
            let root = try JournalRoot(headOf: snapshot)
            let signer = entry.node == region.node ? nil : try self.signer(of: entry, in: snapshot)
            return EvidenceFile(
                region: region.code, coordinatorKey: keys.signing.publicKey,
                checkpoint: root.checkpoint(of: region.code, key: keys.signing),
                entry: try proven(stored, root.position, snapshot),
                bundle: try Storing.sound(
                    try snapshot.bundle(entry.instance, number: entry.bundle), "the operation's bundle"),
                signer: try signer.map { try proven($0, root.position, snapshot) })
        }
    }

    /// The positions at which operations of this id were decided, by whatever agency. Throws ``StoreFailure``.
    public static func positions(of operation: OperationID, in store: any CoordinatorStore) throws -> [Int] {
        try store.read { snapshot in
            let agencies = Set(try snapshot.nodes().map(\.agency)).sorted()
            return try agencies.flatMap { try snapshot.decided(operation, by: $0) }.map(\.position).sorted()
        }
    }

    /// The last entry up to this one that gives its node and instance a key.
    private static func signer(of entry: JournalEntry, in snapshot: any StoreSnapshot) throws -> StoredEntry {
        let name = Array(entry.instance.text.utf8)
        var position = 0
        var found: StoredEntry?
        while position < entry.position {
            let batch = try snapshot.entries(after: position, limit: 500)
            guard let last = batch.last else { break }
            for stored in batch where stored.position <= entry.position && stored.bytes.contains(name) {
                if EvidenceFile.key(of: entry, in: try read(stored)) != nil {
                    found = stored
                }
            }
            position = last.position
        }
        return try Storing.sound(found, "the entry that gave the node its key")
    }

    private static func read(_ stored: StoredEntry) throws -> JournalEntry {
        try Storing.sound(try? JournalEntry(parsing: stored.bytes), "the entry at position \(stored.position)")
    }

    private static func proven(
        _ stored: StoredEntry, _ size: Int, _ snapshot: any StoreSnapshot
    ) throws -> EvidenceFile.Proven {
        EvidenceFile.Proven(
            bytes: stored.bytes,
            proof: try TreeProof.inclusion(of: stored.position - 1, size: size, from: StoredTree(snapshot)))
    }
}

extension [UInt8] {
    /// Whether these bytes stand in it, next to each other.
    fileprivate func contains(_ part: [UInt8]) -> Bool {
        guard let first = part.first, count >= part.count else { return false }
        return (0...(count - part.count)).contains {
            self[$0] == first && self[$0..<$0 + part.count].elementsEqual(part)
        }
    }
}
