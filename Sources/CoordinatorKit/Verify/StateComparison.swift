import Negotiation
import SyncProtocol

/// The folded state against the stored one, row by row; throws the first ``JournalDamage`` in a fixed order.
struct StateComparison {
    let memory: FoldedMemory
    let listing: StateListing
    /// The position named where a row cannot name one.
    let head: Int

    func run() throws {
        try records()
        try links()
        try claims()
        try audience()
        try digests()
    }

    private func records() throws {
        let stored = Dictionary(uniqueKeysWithValues: listing.records.map { ($0.id, $0) })
        for folded in memory.records.values.sorted(by: { ($0.changed, $0.id) < ($1.changed, $1.id) })
        where stored[folded.id] != folded {
            throw JournalDamage(.record, at: folded.changed, "record \(folded.id) is not what the journal says")
        }
        if let extra = listing.records.first(where: { memory.records[$0.id] == nil }) {
            throw JournalDamage(.record, at: extra.changed, "record \(extra.id) is not in the journal")
        }
    }

    private func links() throws {
        for record in listing.records where Set(listing.links[record.id, default: []]) != Set(Links.of(record)) {
            throw JournalDamage(.link, at: record.changed, "record \(record.id) is not indexed as it should be")
        }
    }

    private func claims() throws {
        let tags = Set(memory.claims.keys).union(listing.claims.keys).sorted()
        for tag in tags where memory.claims[tag] != listing.claims[tag] {
            let holder = memory.claims[tag] ?? listing.claims[tag]
            throw JournalDamage(.claim, at: head, "a claim of record \(holder?.text ?? "none") differs")
        }
    }

    private func audience() throws {
        var stored: [FoldedMemory.Place: FoldedMemory.Holding] = [:]
        for row in listing.audience {
            stored[FoldedMemory.Place(reader: row.reader, record: row.record)] = FoldedMemory.Holding(
                position: row.position, present: row.present)
        }
        let places = Set(memory.audience.keys).union(stored.keys)
            .sorted { ($0.reader, $0.record) < ($1.reader, $1.record) }
        for place in places where memory.audience[place] != stored[place] {
            throw JournalDamage(
                .audience, at: memory.audience[place]?.position ?? head,
                "who holds record \(place.record) is not what the journal says")
        }
    }

    private func digests() throws {
        let folded = memory.digests()
        for reader in Set(folded.keys).union(listing.digests.keys).sorted()
        where folded[reader, default: ViewDigest()] != listing.digests[reader, default: ViewDigest()] {
            throw JournalDamage(.digest, at: head, "the digest of \(reader) is not the sum of its records")
        }
    }
}
