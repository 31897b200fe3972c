import Negotiation
import StrictJSON
import SyncProtocol

/// What a decision may weigh at most, so that its entry can be read back and its records and outcome can travel.
enum DecisionLimits {
    /// One journal entry, effects included: below what the strict reader takes.
    static let entryBytes = 14 << 20
    /// What one page can carry, because a position is served whole.
    static let effects = Limits.pageChanges

    /// Throws ``EffectFault``: a decision beyond a limit is a fault of the reducer.
    ///
    /// Entry and records are read back as well: operations nest as deep as the reader goes, and what embeds a part of one can
    /// be deeper. An entry that nobody can read would fail every group in which its operation is repeated, and a reply that
    /// carries it would stop its node.
    static func check(_ entry: JournalEntry) throws {
        let bytes = entry.encoded
        guard entry.effects.count <= effects, bytes.count <= entryBytes else {
            throw EffectFault(reason: "the decision is larger than an entry may be")
        }
        guard entry.outcome.json.encoded.count <= Limits.outcomeBytes else {
            throw EffectFault(reason: "the outcome has more than \(Limits.outcomeBytes) bytes")
        }
        for case .put(let record) in entry.effects {
            guard record.body.count <= Limits.recordBytes else {
                throw EffectFault(reason: "a record has more than \(Limits.recordBytes) bytes")
            }
            guard (try? JSON(parsing: record.body)) != nil else {
                throw EffectFault(reason: "a record cannot be read back")
            }
        }
        guard (try? JournalEntry(parsing: bytes)) != nil else {
            throw EffectFault(reason: "the entry cannot be read back")
        }
    }
}
