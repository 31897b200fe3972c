/// How much of the journal's past a node keeps as evidence.
public enum CheckpointLimits {
    /// Checkpoints, one for each day that it synced: two years of them, about 200 KiB.
    public static let kept = 730
    /// Contradictions, the latest: one is proof enough, and a coordinator that tells many stories fills no disk.
    public static let contradictions = 50
    /// Checkpoints of others that wait to be asked about.
    public static let questions = 50
    /// Of a contradicting reply that much is kept byte for byte; of a larger one its head and hash.
    static let replyBytes = 256 << 10
}
