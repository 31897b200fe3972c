/// Why no whole reply came.
public struct TransportError: Error, Equatable, Sendable {
    /// Stable words; programs decide by these.
    public enum Code: String, CaseIterable, Sendable {
        /// Nothing answers at the address.
        case unreachable = "transport-unreachable"
        /// The name has no address.
        case dns = "transport-dns"
        /// No TLS session, or the server did not prove that it is the one addressed.
        case tls = "transport-tls"
        /// Connecting, waiting or the whole transfer took too long.
        case timeout = "transport-timeout"
        /// The reply passed a limit and was dropped.
        case tooLarge = "transport-too-large"
        /// The connection ended inside the request or the reply.
        case interrupted = "transport-interrupted"
        /// The task was cancelled or the transport closed.
        case cancelled = "transport-cancelled"
        /// The address is not one that a request can be sent to.
        case badURL = "transport-bad-url"
        /// The proxy is unknown, or refused to connect.
        case proxy = "transport-proxy"
        /// Anything else; the message has the particulars.
        case failed = "transport-failed"
    }

    public var code: Code
    /// What happened, in a sentence; never the body or header fields of a request.
    public var message: String
    /// What to do next, in a sentence.
    public var advice: String

    public init(code: Code, message: String, advice: String) {
        self.code = code
        self.message = message
        self.advice = advice
    }
}

extension TransportError {
    static let taskCancelled = TransportError(
        code: .cancelled, message: "The transfer was cancelled.", advice: "Start it again when it is wanted.")
    static let closed = TransportError(
        code: .cancelled, message: "The transport is closed.", advice: "Make a new transport.")
}
