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
        let invitation: InvitationLine
        do {
            invitation = try InvitationLine(parsing: line)
        } catch let error as ProtocolError {
            throw failure("The line is no invitation: \(error.message).", advice: "Copy the whole line.")
        }
        try directory.create()
        guard !directory.holdsNode else {
            throw NodeFailure(
                .exists, "A node has joined in \(directory.path) already.", advice: "Choose another data directory.")
        }
        let pending = try PendingJoin.begin(code: invitation.code, in: directory)
        let url = String(invitation.url.reversed().drop { $0 == "/" }.reversed())
        let request = JoinRequest.make(code: invitation.code, key: pending.signing, box: pending.box.publicKey)
        let reply = try await transport.send(
            TransportRequest(
                method: .post, url: url + ServiceDocument.joinPath,
                headers: [("Content-Type", "application/json"), ("Mutasi-Wire", String(Limits.wire))],
                body: request.encode()))
        let joined = try read(reply, invitation)
        let identity = NodeIdentity(
            region: joined.region, regionName: joined.regionName, agency: joined.agency, node: joined.node,
            instance: joined.instance, isRegistry: joined.registry, url: url, caPath: caPath, signing: pending.signing,
            box: pending.box, tagKey: joined.tagKey, coordinator: joined.coordinatorKey)
        let store = try NodeStore.create(directory, identity: identity)
        try PrivateFile.remove(directory.join)
        return store
    }

    /// Nothing in the reply is believed before its key has the invitation's fingerprint and its signature holds.
    private static func read(_ reply: TransportReply, _ invitation: InvitationLine) throws -> JoinReply {
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

    private static func failure(_ message: String, advice: String) -> NodeFailure {
        NodeFailure(.invitation, message, advice: advice)
    }
}
