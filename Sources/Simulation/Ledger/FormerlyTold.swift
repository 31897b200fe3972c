import Negotiation
import SyncProtocol

/// What a life of the coordinator that has ended said about an operation, and to whom.
struct FormerlyTold {
    var told: Ledger.Told
    /// The epoch in which it was decided.
    var epoch: Int
    /// The machine that sent it, and the life of that machine.
    var machine: String
    var instance: InstanceID?
}
