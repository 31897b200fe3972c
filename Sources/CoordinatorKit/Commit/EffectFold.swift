import Negotiation
import SyncProtocol

/// The fold of effects into state: records, claims, who holds what since when, and the digest of what each reader holds.
///
/// Digests are kept here while a group of decisions runs and written once at its end.
struct EffectFold {
    /// The digests that changed, and those that were read for it.
    private(set) var digests: [Reader: ViewDigest] = [:]
    private let stored: (Reader) throws -> ViewDigest

    /// `stored` gives the digest of a reader as it was before the first effect.
    init(stored: @escaping (Reader) throws -> ViewDigest) {
        self.stored = stored
    }

    /// Applies the effects of one decision. Throws ``EffectFault`` when they cannot be taken; the state is then half-changed
    /// and must be undone by the caller's savepoint, and this value by its copy.
    mutating func apply(_ effects: [Effect], at position: Int, to state: any FoldedState) throws {
        for effect in effects {
            switch effect {
            case .put(let record): try put(record, at: position, to: state)
            case .claim(let tag, let record):
                guard try state.setClaim(tag, record: record) else { throw EffectFault(reason: "the tag is claimed") }
            case .release(let tag): try state.removeClaim(tag)
            }
        }
    }

    private mutating func put(_ record: Record, at position: Int, to state: any FoldedState) throws {
        guard record.changed == position, record.created <= position, record.revision >= 1 else {
            throw EffectFault(reason: "the record's positions are not this decision's")
        }
        let old = try state.record(record.id)
        let before = old.map { Reader.of($0.audience) } ?? []
        let after = Reader.of(record.audience)
        try state.put(record)
        if let old {
            let leaf = old.leaf
            for reader in before {
                try change(reader) { $0.remove(leaf) }
            }
            for reader in before where !after.contains(reader) {
                try state.setAudience(
                    reader, record: record.id, position: position, present: false, held: old.changed)
            }
        }
        let leaf = record.leaf
        for reader in after {
            try change(reader) { $0.add(leaf) }
            let held = before.contains(reader) ? old?.changed : nil
            try state.setAudience(reader, record: record.id, position: position, present: true, held: held)
        }
    }

    private mutating func change(_ reader: Reader, _ body: (inout ViewDigest) -> Void) throws {
        var digest: ViewDigest
        if let known = digests[reader] {
            digest = known
        } else {
            digest = try stored(reader)
        }
        body(&digest)
        digests[reader] = digest
    }
}

extension Record {
    /// The record's leaf in the digest of a view.
    var leaf: ViewDigest.Leaf {
        ViewDigest.leaf(kind: kind.rawValue, id: id, revision: revision, body: body)
    }
}
