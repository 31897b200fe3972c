import Negotiation
import StrictJSON
import SyncProtocol

/// What a decision may weigh at most, so that its entry can be read back and its records and outcome can travel.
enum DecisionLimits {
    /// One journal entry, effects included: below what the strict reader takes.
    static let entryBytes = 14 << 20
    /// What one page can carry, because a position is served whole.
    static let effects = Limits.pageChanges

    /// The entry's bytes, checked; the shelf has the links of its records then. Throws ``EffectFault``: a decision beyond a limit
    /// is a fault of the reducer.
    ///
    /// Entry and records are read back as well: operations nest as deep as the reader goes, and what embeds a part of one can
    /// be deeper. An entry that nobody can read would fail every group in which its operation is repeated, and a reply that
    /// carries it would stop its node.
    static func checked(_ entry: JournalEntry, on shelf: RecordShelf) throws -> [UInt8] {
        let bytes = entry.encoded
        guard entry.effects.count <= effects, bytes.count <= entryBytes else {
            throw EffectFault(reason: "the decision is larger than an entry may be")
        }
        if entry.outcome != Outcome(.accepted) {
            try check(entry.outcome)
        }
        for case .put(let record) in entry.effects {
            guard record.body.count <= Limits.recordBytes else {
                throw EffectFault(reason: "a record has more than \(Limits.recordBytes) bytes")
            }
            guard (try? shelf.links(of: record)) != nil else {
                throw EffectFault(reason: "a record cannot be read back")
            }
        }
        for case .claim(let tag, _) in entry.effects where tag.utf8.count > Effect.tagBytes {
            throw EffectFault(reason: "a tag has more than \(Effect.tagBytes) bytes")
        }
        // Debug builds read back what the checks above promise can be read.
        assert((try? JournalEntry(parsing: bytes)) != nil, "an entry that passed its checks cannot be read")
        return bytes
    }

    private static func check(_ outcome: Outcome) throws {
        let bytes = outcome.json.encoded
        guard bytes.count <= Limits.outcomeBytes else {
            throw EffectFault(reason: "the outcome has more than \(Limits.outcomeBytes) bytes")
        }
        // All else in an entry is flat, its operation and bodies being strings; the outcome stands one level down.
        var limits = JSONLimits.standard
        limits.maxDepth -= 1
        guard (try? JSON(parsing: bytes, limits: limits)) != nil else {
            throw EffectFault(reason: "the outcome cannot be read back")
        }
    }
}
