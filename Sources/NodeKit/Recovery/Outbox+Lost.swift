import GRDB
import Negotiation
import SyncProtocol

/// What a restored coordinator may have lost of this node's former lives.
///
/// A life hands in its own bundles, in their old order. Those of the lives before it (a rejoin, a restore of this node) cannot
/// follow its chain: their operations are drafts again, in the same bytes, so that whatever the coordinator does have of
/// them is decided once.
extension Outbox {
    /// Makes drafts again of what was decided beyond the cut, in an earlier epoch, by other instances than this one. The
    /// outcome that each had is kept as a former one, and the cut. Returns how many; none when it is repeated.
    @discardableResult
    package func redraftLost(beyond cut: JournalCut, but instance: InstanceID) throws -> Int {
        try EpochCuts.keep(cut, in: database)
        let rows = try Int.fetchAll(
            database,
            sql: "SELECT DISTINCT bundle FROM operation WHERE position > ? AND bundle IS NOT NULL ORDER BY bundle",
            arguments: [cut.position])
        var drafts = 0
        for row in rows {
            guard let receipt = try receipt(ofBundle: row), receipt.epoch < cut.epoch,
                try bundle(row).bundle.instance != instance
            else { continue }
            for outcome in receipt.outcomes where outcome.position > cut.position {
                try keepFormer(outcome, epoch: receipt.epoch)
                try database.execute(
                    cached: """
                        UPDATE operation SET bundle = NULL, outcome = NULL, position = NULL, held = NULL
                        WHERE uuid = ? AND bundle = ?
                        """, arguments: [outcome.operation.bytes.blob, row])
                drafts += database.changesCount
            }
        }
        return drafts
    }
}

extension NodeStore {
    /// Makes drafts again of what a restored coordinator may have lost of this node's former lives. May be repeated. Throws
    /// ``NodeFailure``.
    package func redraftLost(_ notice: RecoveryNotice) throws {
        try write { database in
            let state = try SyncState(database)
            _ = try Outbox(database).redraftLost(beyond: JournalCut(notice), but: state.opens ?? state.instance)
        }
    }
}
