import SyncProtocol

/// How one `sync` ended. All of these are expected; only a failing store is an error.
public enum SyncEnding: Sendable {
    /// Everything was sent and received.
    case complete
    /// After ``SyncLimits/rounds`` there was more to do; the next sync goes on.
    case roundLimit
    /// No whole reply came; the exchange is repeated at the next sync.
    case unreachable(TransportError)
    /// Something answered that is not the coordinator's answer; nothing changed.
    case noise(SyncNoise, status: Int)
    /// A refusal; proven ones of some kinds stop the node (``SyncRefusal/stopsNode``), others are only shown.
    case refused(Problem, isProven: Bool)
    /// The node was stopped before; nothing was sent.
    case stopped(SyncRefusal)
    case cancelled
}
