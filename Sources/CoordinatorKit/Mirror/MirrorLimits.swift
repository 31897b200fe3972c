import SyncProtocol

/// The named limits of a mirror.
public enum MirrorLimits {
    /// Entries in one batch: more than one bundle has, so that a batch of whole bundles is never empty.
    static let entries = 2 * Limits.bundleOperations
    /// Bundles in one batch: at most 64 MiB of them.
    static let bundles = 32
    /// Attachments in one batch: at most 32 MiB of them.
    static let attachments = 128
    /// A segment that has grown to this size is followed by a new one.
    public static let segmentBytes = 64 << 20
    /// One batch: entries of the largest size are few, because a group's decisions are bounded.
    static let batchBytes = 1 << 30
}
