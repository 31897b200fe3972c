import Negotiation
import SyncProtocol

/// How a node stands, computed anew from what is stored.
public struct NodeStatus: Sendable {
    public enum State: String, CaseIterable, Sendable {
        /// All is well; whether the replica is complete is said apart.
        case working
        /// The coordinator has answered a later copy of this node: it needs a rejoin.
        case stale
        /// The coordinator does not know this node: it keeps everything and waits.
        case unknown
        /// Another instance has taken its place.
        case superseded
        /// Its key was revoked.
        case revoked
        /// The coordinator told two stories of its journal: nothing that it says now can be relied on.
        case forked
        /// The replica is sound but not what the coordinator states, and a rebuild did not help.
        case diverged
        /// What is stored is not what was written.
        case damaged
    }

    public var state: State
    /// The coordinator's last proven refusal since the last absorbed reply.
    public var refusal: SyncRefusal?
    public var drafts: Int
    public var inFlight: Int
    /// Drafts that a person has to release, change or withdraw before they go out.
    public var held = 0
    /// Drafts that go out after held ones, because they depend on them.
    public var waiting = 0
    /// Whether the data came from a backup and the next exchange says so.
    public var isRestored = false
    /// Whether a rejoin has begun and waits for its reply.
    public var isRejoining = false
    /// When backups were last made and checked.
    public var upkeep: Upkeep
    /// Conflicts of this agency that wait for a person.
    public var openConflicts: Int
    /// Records whose attachments have not all come.
    public var incompleteRecords: Int
    /// When the oldest operation that has no outcome was recorded, by the clock of its machine; nil when none waits.
    public var unsentSince: String?
    /// When a reply was last absorbed, by this machine's clock.
    public var lastSync: String?
    /// Nil before the first page.
    public var cursor: Cursor?
    public var head: Head?
    /// The last day that came.
    public var day: String?
    /// Whether nothing was left to receive at the last contact.
    public var isComplete: Bool
    /// Whether a second copy of the replica is being received.
    public var isRebuilding: Bool
    /// Count and digest of the stored bodies, computed for this status.
    public var view: ViewDigest
    /// Count and digest that were kept with every change; another value than ``view`` means damage.
    public var kept: ViewDigest
    /// Count and digest as the coordinator stated them last, nil before the replica was complete once.
    public var stated: ViewDigest?
    /// The journal position of ``stated``.
    public var statedPosition: Int?
    /// When the view was last complete, by this machine's clock; nil before.
    public var completeAt: Stamp?
    /// Whether what was deleted may still be in the file: the view is not complete yet, or the disk had no room to write it anew.
    public var owesErasure: Bool
    /// What speaks against the view being today's.
    public var doubts: [Freshness.Doubt]
    /// In how many seconds the coordinator wants to hear from this node.
    public var nextSeconds: Int?
}

extension NodeStatus {
    /// Whether the stored view is, body by body, what the coordinator stated and what was kept along the way.
    public var agrees: Bool {
        isComplete && stated == view && kept == view
    }

    /// Nothing waits, nothing is open, nothing is left to erase, and the view agrees and is fresh.
    public var isWell: Bool {
        state == .working && !isRestored && !isRejoining && drafts == 0 && inFlight == 0 && openConflicts == 0
            && incompleteRecords == 0 && !owesErasure && agrees && doubts.isEmpty
    }
}
