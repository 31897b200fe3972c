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
    static func check(_ entry: JournalEntry) throws {
        guard entry.effects.count <= effects, entry.encoded.count <= entryBytes else {
            throw EffectFault(reason: "the decision is larger than an entry may be")
        }
        guard entry.outcome.json.encoded.count <= Limits.outcomeBytes else {
            throw EffectFault(reason: "the outcome has more than \(Limits.outcomeBytes) bytes")
        }
        for case .put(let record) in entry.effects where record.body.count > Limits.recordBytes {
            throw EffectFault(reason: "a record has more than \(Limits.recordBytes) bytes")
        }
    }
}
