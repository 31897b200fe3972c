import CoordinatorKit
import Negotiation
import NodeKit
import SyncProtocol

/// What the simulation tells its invariants, right after it happened and the ledger took note.
enum Event {
    /// An operator's operations are durable in the node's outbox: the operator was told so.
    case recorded(NodeMachine, [Operation])
    /// Lines that the journal has gained.
    case committed([JournalLine])
    /// The coordinator's answer to what a node, or somebody in its name, sent; read once when it is a reply.
    case answered(SentRequest, HTTPAnswer, SyncReply?)
    /// The coordinator's answer to what a node handed in after a restore.
    case handedIn(HandInPage, HTTPAnswer)
    /// The coordinator was restored, and a new epoch has begun; nothing is decided in it yet.
    case coordinatorRestored(Life, isMirrored: Bool)
    /// Everything that was handed in is decided.
    case recovered
    /// A join was answered.
    case joined(code: String, HTTPAnswer)
    /// A node took a reply in.
    case absorbed(NodeMachine, SyncReply, SyncRequest)
    /// A node's program was started again after a death.
    case nodeRestarted(NodeMachine)
    case coordinatorRestarted
    /// What a node did with what arrived.
    case ended(NodeMachine, Absorption)
    /// An agent has synced.
    case called(AgentCall)
    /// All of these had the time to sync since the coordinator could be synced with again.
    case gathered([String], since: Int)
    /// A new node's first sync over a slow line is done, or was given up after so many milliseconds.
    case firstSync(NodeMachine, took: Int)
    /// Whether a machine's status said in time what stalled it.
    case stalled(NodeMachine, Stall, isTold: Bool)
    /// A node's operator compared what another agency was shown with what this node saw.
    case compared(NodeMachine, with: Checkpoint)
    /// An action of a node or of the coordinator met a refusal of its disk.
    case diskRefused(String)
}

/// A request on the wire, and how it came there.
struct SentRequest {
    enum Origin: Equatable {
        /// By the node itself, unchanged.
        case node
        /// A copy of an earlier one.
        case replay
        /// Made or changed by somebody else.
        case forged
    }

    var machine: NodeMachine?
    var body: [UInt8]
    var signature: String?
    var origin: Origin
    /// As it was before anybody touched it.
    var request: SyncRequest?
}
