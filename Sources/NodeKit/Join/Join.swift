import SyncProtocol

/// Becoming a node: an invitation's line, keys of one's own, and a reply under the key whose fingerprint the line has.
public enum Join {
    /// Joins and stores the keys; the first sync comes after it.
    ///
    /// May be repeated with the same line until it succeeds: keys are made once. `caPath` is the file of the authority to
    /// trust for the coordinator's address, nil for the system's. Throws ``NodeFailure`` (`invitation`, `exists`,
    /// `permissions` …) and `TransportError`.
    public static func run(
        _ line: String, into directory: DataDirectory, caPath: String? = nil, transport: any Transport
    ) async throws -> NodeStore {
        let request = try prepare(line, into: directory, caPath: caPath)
        var reply = try await transport.send(request.transportRequest)
        // Whatever answers may ask for an older version: nothing is believed before the reply's key has the fingerprint.
        if reply.status != 200, let problem = try? Problem(parsing: reply.body),
            let wire = SpokenWire.highestCommon(problem), wire != Limits.wire
        {
            let older = try prepare(line, into: directory, caPath: caPath, wire: wire)
            reply = try await transport.send(older.transportRequest)
        }
        return try absorb(reply, into: directory)
    }

    /// The request of a join, whose keys are durable on return. Throws ``NodeFailure``.
    public static func prepare(
        _ line: String, into directory: DataDirectory, caPath: String? = nil, wire: Int = Limits.wire
    ) throws -> PreparedJoin {
        let invitation = try Self.invitation(line)
        try directory.create()
        guard !directory.holdsNode else {
            throw NodeFailure(
                .exists, "A node has joined in \(directory.path) already.", advice: "Choose another data directory.")
        }
        let pending = try PendingJoin.begin(invitation, caPath: caPath, at: directory.join)
        return PreparedJoin(url: address(invitation), body: try pending.request(wire: wire).encode())
    }

    /// Takes the reply of the join that has begun in this directory. Throws ``NodeFailure``: `nothingPending` without one,
    /// `invitation` for what is not the coordinator's reply to it.
    public static func absorb(_ reply: TransportReply, into directory: DataDirectory) throws -> NodeStore {
        guard let pending = try PendingJoin.read(directory.join) else { throw nothingPending("join") }
        let invitation = try pending.invitation()
        let joined = try read(reply, invitation)
        let identity = NodeIdentity(
            region: joined.region, regionName: joined.regionName, agency: joined.agency, node: joined.node,
            instance: joined.instance, isRegistry: joined.registry, url: address(invitation), caPath: pending.caPath,
            signing: pending.signing, box: pending.box, tagKey: joined.tagKey, coordinator: joined.coordinatorKey)
        let store = try NodeStore.create(directory, identity: identity)
        try PrivateFile.remove(directory.join)
        return store
    }

    static func invitation(_ line: String) throws -> InvitationLine {
        do {
            return try InvitationLine(parsing: line)
        } catch let error as ProtocolError {
            throw failure("The line is no invitation: \(error.message).", advice: "Copy the whole line.")
        }
    }

    /// The coordinator's address without a slash at its end.
    static func address(_ invitation: InvitationLine) -> String {
        String(invitation.url.reversed().drop { $0 == "/" }.reversed())
    }

    /// Nothing in the reply is believed before its key has the invitation's fingerprint and its signature holds.
    static func read(_ reply: TransportReply, _ invitation: InvitationLine) throws -> JoinReply {
        guard reply.status == 200 else {
            guard let problem = try? Problem(parsing: reply.body) else {
                throw failure(
                    "What answers at \(invitation.url) is not a coordinator (status \(reply.status)).",
                    advice: "Check the address and the proxy.")
            }
            throw failure("The coordinator refused: \(problem).", advice: problem.code.remedy)
        }
        guard let joined = try? JoinReply(parsing: reply.body) else {
            throw failure(
                "What answers at \(invitation.url) is not a coordinator.", advice: "Check the address and the proxy.")
        }
        guard invitation.names(joined.coordinatorKey) else {
            throw failure(
                "The coordinator at \(invitation.url) has another key than the invitation says.",
                advice: "Do not go on: ask the BKD by telephone which is right.")
        }
        guard ReplyReading.isSigned(reply, by: joined.coordinatorKey) else {
            throw failure("The reply is not signed by the coordinator.", advice: "Check the line and try again.")
        }
        return joined
    }

    static func failure(_ message: String, advice: String) -> NodeFailure {
        NodeFailure(.invitation, message, advice: advice)
    }

    static func nothingPending(_ what: String) -> NodeFailure {
        NodeFailure(
            .nothingPending, "No \(what) has begun in this data directory.",
            advice: "Begin it with the invitation's line first.")
    }
}
