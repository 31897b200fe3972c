import SyncProtocol

/// A request that the store remembers: it may be sent, and repeated, until its reply is absorbed.
public struct PreparedSync: Sendable {
    public let request: SyncRequest
    /// The exact bytes to send.
    public let bytes: [UInt8]
    /// The value of the header field `Mutasi-Signature`.
    public let signature: String

    /// The request as it goes to the coordinator at this address.
    public func transportRequest(to url: String) -> TransportRequest {
        TransportRequest(
            method: .post, url: url + ServiceDocument.syncPath,
            headers: [
                ("Content-Type", "application/json"), ("Mutasi-Wire", String(request.wire)),
                (DetachedJWS.headerField, signature),
            ],
            body: bytes)
    }
}
