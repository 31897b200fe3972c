import GRDB
import Negotiation
import StrictJSON
import SyncProtocol

/// What would become of an operation if nothing else happened: the reducer over the replica and what waits before it.
///
/// Never shown as decided: another agency's operation may stand earlier in the journal, and records that this node may not
/// see count too. A rejection is what the coordinator would say as things stand; acceptance means that it waits.
public struct Preview {
    /// Why nobody can tell on this node what would become of an operation.
    public enum Unseen: Equatable, Sendable {
        /// Not everything has come once.
        case incomplete
        /// It is also about a record of this kind that this node does not hold, such as another party's offer of a package.
        case missing(RecordKind)
    }

    /// Why the last operation could not be previewed; nil when it was.
    public private(set) var unseen: Unseen?
    private var overlay: Overlay<ReplicaReader>
    private var context: DecisionContext
    private let outbox: Outbox
    /// Whether the replica has been complete once: before, what is not there may only not have come yet.
    private let isInformed: Bool

    /// A preview over the live replica, valid inside the transaction of `database`; lays nothing over it yet.
    public init(_ database: Database, identity: NodeIdentity) throws {
        let state = try SyncState(database)
        outbox = Outbox(database)
        isInformed = try Generation(database, number: state.live).stated != nil
        overlay = Overlay(try ReplicaReader(database))
        context = DecisionContext(
            position: state.head?.position ?? 0, author: identity.author,
            // What stands in the replica, this agency has been told.
            reach: [identity.agency: JSON.integerRange.upperBound], derivedID: DerivedID.make(agency:operation:number:))
    }

    /// A preview over the live replica with everything that waits in the outbox laid over it, one operation aside.
    ///
    /// Takes time in proportion to what waits.
    public init(
        afterPending database: Database, identity: NodeIdentity, but excluded: OperationID? = nil
    ) throws {
        try self.init(database, identity: identity)
        for entry in try Outbox(database).pending() where entry.operation.id != excluded {
            _ = try check(entry.operation)
        }
    }

    /// The records as they would be, what was previewed included.
    public func records(linked link: Link) throws -> [Negotiation.Record] {
        try overlay.records(linked: link)
    }

    /// The record as it would be.
    public func record(_ id: RecordID) throws -> Negotiation.Record? {
        try overlay.record(id)
    }

    /// Previews one operation after all that were given before, and lays its effects over the replica.
    ///
    /// Nil when it cannot be told here: before the first complete sync, or because the decision needs a record that this node
    /// does not hold. Throws ``NodeFailure`` and GRDB's errors.
    public mutating func check(_ operation: Operation) throws -> Decision? {
        unseen = isInformed ? nil : .incomplete
        guard isInformed else { return nil }
        context.position += 1
        do {
            let decided = try Reducer.decide(operation, in: context, reading: overlay)
            let decision = try Reducer.dependency(of: operation, decided: decided, reading: overlay) { [outbox] id in
                try outbox.entry(id)?.outcome?.kind == .rejected
            }
            overlay.apply(decision.effects)
            return decision
        } catch let fault as StoredRecordFault {
            unseen = .missing(fault.kind)
            return nil
        }
    }
}
