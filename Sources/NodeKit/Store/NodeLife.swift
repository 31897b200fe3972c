import GRDB
import Negotiation
import SyncProtocol

/// The beginning of another life of the node in a database: counts begin anew, everything else stays.
///
/// What stays: the staff tables, the replica with its cursor (the digest tells when it is wrong), all drafts, all outcomes and
/// receipts. What was in flight is a draft again, with the same bytes: whatever of it was decided is decided once.
package enum NodeLife {
    /// After a rejoin: the node has this identity from now on, and what a restored coordinator may not know of its former
    /// lives is drafts again. May be repeated.
    package static func rejoin(
        _ database: Database, as identity: NodeIdentity, holding reason: HoldReason?, lost cut: JournalCut?
    ) throws {
        var state = try SyncState(database)
        let key = identity.signing.publicKey.bytes
        guard state.key != key else { return }
        state.node = identity.node
        state.instance = identity.instance
        state.key = key
        state.opens = nil
        if cut?.hides(state.head) == true {
            // This life hands nothing in from which the coordinator could tell that the cursor does not count.
            try Rebuild.beginAnew(database, &state)
        }
        try begin(database, &state, holding: reason)
        if let cut {
            try Outbox(database).redraftLost(beyond: cut, but: identity.instance)
        }
    }

    /// After a restore: the next exchange opens this instance, and says so. `last` is the life that the node led since, when
    /// that is known: the restore is declared in its name, because the coordinator knows that the backup's own has ended.
    package static func restore(_ database: Database, opening instance: InstanceID, after last: InstanceID? = nil)
        throws
    {
        var state = try SyncState(database)
        state.instance = last ?? state.instance
        state.opens = instance
        try begin(database, &state, holding: .backup)
    }

    private static func begin(_ database: Database, _ state: inout SyncState, holding reason: HoldReason?) throws {
        state.exchange = 0
        state.nonce = ""
        state.pendingNonce = nil
        state.pendingBundle = nil
        state.bundle = 0
        state.bundleHash = Bundle.none
        state.refusal = nil
        state.rebuilt = nil
        try Outbox(database).redraft()
        if let reason {
            try Outbox(database).hold(reason)
        }
        try state.save(database)
    }
}
