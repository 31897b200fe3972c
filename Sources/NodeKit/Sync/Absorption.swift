import SyncProtocol

/// What became of a reply.
public enum Absorption: Sendable {
    case absorbed(SyncProgress)
    /// The coordinator refused, or something said so in its name; only a proven refusal can stop the node.
    case refused(Problem, isProven: Bool)
    /// Not the coordinator's answer to this exchange; nothing changed.
    case noise(SyncNoise)
}
