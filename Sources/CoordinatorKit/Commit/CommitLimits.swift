/// The named limits of the commit queue.
public struct CommitLimits: Sendable {
    /// Requests that wait for a commit; one more is answered `busy`.
    public var waitingRequests: Int
    /// Requests in one transaction. Measured: beyond a few hundred operations a bigger group gains nothing, and a full
    /// group of the largest bundles stays well under a second.
    public var requestsInGroup: Int
    /// What a refused client is told to wait, in seconds.
    public var retryAfterSeconds: Int

    public init(waitingRequests: Int = 256, requestsInGroup: Int = 32, retryAfterSeconds: Int = 5) {
        self.waitingRequests = waitingRequests
        self.requestsInGroup = requestsInGroup
        self.retryAfterSeconds = retryAfterSeconds
    }
}
