import GRDB
import Negotiation
import SyncProtocol

/// What would become of an operation if nothing else happened: the reducer over the replica and what waits before it.
///
/// Never shown as decided: another agency's operation may stand earlier in the journal, and records that this node may not
/// see count too. A rejection here is surely one there as things stand; acceptance means that it waits.
public struct Preview {
    private var overlay: Overlay<ReplicaReader>
    private var context: DecisionContext

    /// A preview over the live replica, valid inside the transaction of `database`; lays nothing over it yet.
    public init(_ database: Database, identity: NodeIdentity) throws {
        overlay = Overlay(try ReplicaReader(database))
        context = DecisionContext(
            position: try SyncState(database).head?.position ?? 0, author: identity.author,
            derivedID: DerivedID.make(agency:operation:number:))
    }

    /// Previews one operation after all that were given before, and lays its effects over the replica.
    public mutating func check(_ operation: Operation) throws -> Decision {
        context.position += 1
        let decision = try Reducer.decide(operation, in: context, reading: overlay)
        overlay.apply(decision.effects)
        return decision
    }
}

extension NodeStore {
    /// What would become of the draft after everything that waits already; recorded or not.
    ///
    /// Takes time in proportion to what waits. Throws ``NodeFailure`` and `StoredRecordFault`.
    public func preview(_ draft: Draft) throws -> Decision {
        try read { database in
            var preview = try Preview(database, identity: identity)
            for entry in try Outbox(database).pending() where entry.operation.id != draft.operation.id {
                _ = try preview.check(entry.operation)
            }
            return try preview.check(draft.operation)
        }
    }

    /// Everything that waits, in order, each with what would become of it.
    public func previews() throws -> [(entry: OutboxEntry, decision: Decision)] {
        try read { database in
            var preview = try Preview(database, identity: identity)
            return try Outbox(database).pending().map { ($0, try preview.check($0.operation)) }
        }
    }
}
