/// One HTTP request, one reply: the only way a node speaks to its coordinator.
///
/// A transport has no policy: it neither retries, follows redirects nor judges a status. Every reply that arrives whole
/// is returned as it came, also a 503 or somebody's login page; everything else is thrown.
public protocol Transport: Sendable {
    /// Sends the request and waits for the whole reply.
    ///
    /// After a failure the server may or may not have acted on the request. Cancelling the task ends the transfer.
    /// - Throws: `TransportError`, and nothing else.
    func send(_ request: TransportRequest) async throws -> TransportReply
}
