import SyncProtocol

/// A join's request whose keys are stored: it may be sent, and repeated, until its reply is absorbed.
public struct PreparedJoin: Sendable {
    /// The coordinator's address, without a slash at its end.
    public let url: String
    /// The exact bytes to send.
    public let body: [UInt8]

    /// The request as it goes to the coordinator.
    public var transportRequest: TransportRequest {
        TransportRequest(
            method: .post, url: url + ServiceDocument.joinPath,
            headers: [("Content-Type", "application/json"), ("Mutasi-Wire", String(Limits.wire))], body: body)
    }

    /// The request as a file.
    public var carried: CarriedRequest {
        CarriedRequest(address: ServiceDocument.joinPath, signature: nil, body: body)
    }
}
