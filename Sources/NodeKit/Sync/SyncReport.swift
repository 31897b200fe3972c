import Negotiation
import SyncProtocol

/// What one `sync` did.
public struct SyncReport: Sendable {
    public var ending: SyncEnding
    /// Replies that were absorbed.
    public var exchanges = 0
    /// The outcomes that came, in the order of the operations.
    public var outcomes: [OperationOutcome] = []
    /// Records and retractions that came.
    public var changes = 0
    /// Earlier operations that ended otherwise than before, after a restore of the coordinator.
    public var corrected: [OperationOutcome] = []
    /// Bundles that were handed in to a restored coordinator.
    public var handedIn = 0
    public var agreement = SyncProgress.Agreement.open
    public var bytesSent = 0
    public var bytesReceived = 0
    /// When the coordinator wants to hear from this node, by its last reply.
    public var nextSeconds: Int?
    /// The `Retry-After` of the last refusal since the last absorbed reply: what is handed in to a recovering coordinator between
    /// the two does not lift it.
    public var retryAfterSeconds: Int?

    package init(ending: SyncEnding) {
        self.ending = ending
    }

    package mutating func add(_ progress: SyncProgress) {
        exchanges += 1
        retryAfterSeconds = nil
        outcomes += progress.outcomes
        corrected += progress.corrected
        changes += progress.changes
        agreement = progress.agreement
        nextSeconds = progress.nextSeconds
    }

    package mutating func add(_ reply: TransportReply) {
        bytesSent += reply.bytesSent
        bytesReceived += reply.bytesReceived
        guard reply.status != 200 else { return }
        retryAfterSeconds = reply.header("Retry-After").flatMap(Int.init).flatMap { seconds in
            (0...SyncLimits.retryAfterSeconds).contains(seconds) ? seconds : nil
        }
    }
}
