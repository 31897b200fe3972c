import Negotiation

/// Why an evidence file proves nothing.
public enum EvidenceFault: String, Error, Sendable, CaseIterable {
    /// The key in it has another fingerprint than the one that was given.
    case key
    /// The coordinator did not sign the checkpoint.
    case checkpoint
    /// The entry cannot be read, or the proof does not lead from it to the checkpoint.
    case entry
    /// The bundle cannot be read, is not the entry's, or does not hold its operation.
    case bundle
    /// The entry that should give the node its key is not in the journal, does not come before, or does not give it.
    case signer
    /// The node did not sign the bundle.
    case signature
}

extension EvidenceFile {
    /// What a file proves: that the coordinator decided this, and that this node stated it.
    public struct Verdict: Sendable {
        public let entry: JournalEntry
        public let operation: Operation
        public let checkpoint: Checkpoint
    }

    /// Checks everything, with nothing but the file and the fingerprint: the first 32 to 64 digits of SHA-256 of the coordinator's
    /// key. Throws the first ``EvidenceFault``.
    public func check(fingerprint: String) throws -> Verdict {
        let digits = Hex.encode(Sodium.sha256(coordinatorKey.bytes))
        guard InvitationLine.fingerprintDigits.contains(fingerprint.utf8.count), digits.hasPrefix(fingerprint) else {
            throw EvidenceFault.key
        }
        guard checkpoint.verifies(region: region, key: coordinatorKey) else { throw EvidenceFault.checkpoint }
        let entry = try included(self.entry, or: .entry)
        guard let bundle = try? Bundle(parsing: self.bundle), bundle.region == region, bundle.node == entry.node,
            bundle.instance == entry.instance, bundle.number == entry.bundle,
            entry.index < bundle.operations.count, bundle.operations[entry.index] == entry.operation,
            let operation = try? Operation(parsing: entry.operation)
        else { throw EvidenceFault.bundle }
        guard bundle.verifies(with: try key(of: entry)) else { throw EvidenceFault.signature }
        return Verdict(entry: entry, operation: operation, checkpoint: checkpoint)
    }

    /// The key that the journal gave the entry's node, or the coordinator's own.
    private func key(of entry: JournalEntry) throws -> VerifyingKey {
        guard let signer else { return coordinatorKey }
        let granting = try included(signer, or: .signer)
        guard granting.position <= entry.position, let key = Self.key(of: entry, in: granting) else {
            throw EvidenceFault.signer
        }
        return key
    }

    /// The key that an entry gives the node and instance of another.
    package static func key(of entry: JournalEntry, in granting: JournalEntry) -> VerifyingKey? {
        for case .put(let record) in granting.effects where record.kind == .agency {
            guard let agency = try? Agency(record), agency.code == entry.agency else { continue }
            let node = agency.nodes.first { $0.id == entry.node && $0.instance == entry.instance }
            if let node, let key = Base64URL.decode(node.key) { return VerifyingKey(bytes: key) }
        }
        return nil
    }

    private func included(_ proven: Proven, or fault: EvidenceFault) throws -> JournalEntry {
        guard let entry = try? JournalEntry(parsing: proven.bytes),
            TreeCheck.includes(
                leaf: TreeHash.leaf(proven.bytes), index: entry.position - 1, size: checkpoint.head.position,
                root: checkpoint.root, proof: proven.proof)
        else { throw fault }
        return entry
    }
}
