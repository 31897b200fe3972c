import SyncProtocol

/// How far one sync goes.
public enum SyncLimits {
    /// Exchanges of one `sync`: half a million records, or all drafts twenty times over.
    public static let rounds = 1_000
    /// The longest delay that a server's `Retry-After` is believed.
    static let retryAfterSeconds = 24 * 3600
}
