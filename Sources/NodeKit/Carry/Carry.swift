import SyncProtocol

/// An exchange carried by hand: the same two steps as ``SyncPlan``, with files in place of the network.
public enum Carry {
    /// The pending exchange, or the next one, as a file. It asks for the largest page, because each trip is long.
    ///
    /// Durable on return; the same exchange may go over the network as well, and this file twice. Throws ``NodeFailure``.
    public static func export(_ store: NodeStore) throws -> CarriedRequest {
        let lock = try store.directory.map(SyncLock.init)
        defer { withExtendedLifetime(lock) {} }
        try store.checkInPlace()
        try store.directory.map(PendingRejoin.refuseUnfinished)
        if let stop = try store.syncStop() {
            throw NodeFailure(
                .carried, "This node has stopped (\(stop.code)): what it would send is refused.",
                advice: "See status; it says what to do.")
        }
        let prepared = try SyncPlan.prepare(store, pageLimit: Limits.pageRecords.upperBound)
        return CarriedRequest(
            address: ServiceDocument.syncPath, signature: prepared.signature, body: prepared.bytes)
    }

    /// Takes the reply of the pending exchange in. Throws ``NodeFailure``: `nothingPending` when no exchange waits for one, and
    /// what ``SyncPlan/absorb(_:_:of:at:registryEffects:)`` throws.
    public static func absorb(
        _ reply: CarriedReply, in store: NodeStore, at stamp: Stamp = .now(), registryEffects: RegistryEffects? = nil
    ) throws -> Absorption {
        let lock = try store.directory.map(SyncLock.init)
        defer { withExtendedLifetime(lock) {} }
        try store.checkInPlace()
        guard try store.read({ try SyncState($0).pendingNonce }) != nil else {
            throw NodeFailure(
                .nothingPending, "No exchange of this node waits for a reply.",
                advice: "This reply was taken in before, or is another node's; begin with outbox export.")
        }
        let prepared = try SyncPlan.prepare(store, pageLimit: Limits.pageRecords.upperBound)
        return try SyncPlan.absorb(
            store, reply.transportReply, of: prepared, at: stamp, registryEffects: registryEffects)
    }
}

extension CarriedReply {
    /// The reply as if it had come over the network.
    public var transportReply: TransportReply {
        var headers: [(name: String, value: String)] = []
        if let signature { headers.append((DetachedJWS.headerField.lowercased(), signature)) }
        if let retryAfter { headers.append(("retry-after", retryAfter)) }
        return TransportReply(status: status, headers: headers, body: body)
    }

    /// What arrived over the network, for a file.
    public init(_ reply: TransportReply) {
        self.init(
            status: reply.status, signature: reply.header(DetachedJWS.headerField),
            retryAfter: reply.header("Retry-After"), body: reply.body)
    }
}
