/// A reply that arrived whole.
public struct TransportReply: Sendable {
    /// The HTTP status, as sent; nothing is judged here.
    public var status: Int
    /// In the order received, names in lower case, a repeated field as often as it came. No trailer fields.
    public var headers: [(name: String, value: String)]
    /// The body after decompression.
    public var body: [UInt8]
    /// Request line, header fields and body, without TLS.
    public var bytesSent: Int
    /// Status line, header fields and body as compressed, without TLS and chunk framing.
    public var bytesReceived: Int
    /// Of the server, when the transport was asked to tell it and the connection was new.
    public var certificate: ServerCertificate?

    public init(
        status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = [], bytesSent: Int = 0,
        bytesReceived: Int = 0
    ) {
        self.status = status
        self.headers = headers
        self.body = body
        self.bytesSent = bytesSent
        self.bytesReceived = bytesReceived
    }

    /// The value of the first field of this name, in any case; nil if there is none.
    public func header(_ name: String) -> String? {
        let wanted = name.lowercased()
        return headers.first { $0.name == wanted }?.value
    }
}
