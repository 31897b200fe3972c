import GRDB
import StrictJSON
import SyncProtocol

/// Joining anew in an existing data directory: fresh keys and another life, while staff tables, replica and drafts stay.
///
/// With an invitation that replaces a node this one lives on under its id; with a plain one it becomes a further node of the
/// same agency. May be cut off at any point: the line's keys are made once, the coordinator gives the same reply to the same
/// keys until their first exchange, and what was begun is finished by whoever opens the directory next.
public enum Rejoin {
    /// Rejoins; the next sync is the first exchange of the new life.
    ///
    /// Throws ``NodeFailure`` (`noNode`, `invitation`, `syncing`, …) and `TransportError`; the node is then what it was, or
    /// the same call goes on.
    public static func run(
        _ line: String, in directory: DataDirectory, caPath: String? = nil, transport: any Transport
    ) async throws -> NodeStore {
        let request = try prepare(line, in: directory, caPath: caPath)
        return try absorb(try await transport.send(request.transportRequest), in: directory)
    }

    /// The request of a rejoin, whose keys are durable on return. Throws ``NodeFailure``.
    public static func prepare(
        _ line: String, in directory: DataDirectory, caPath: String? = nil
    ) throws -> PreparedJoin {
        let invitation = try Join.invitation(line)
        let store = try NodeStore.open(directory)
        guard invitation.names(store.identity.coordinator) else {
            throw Join.failure(
                "The invitation is of another coordinator than this node's.",
                advice: "Join with it in another data directory, or ask this node's BKD for one.")
        }
        let lock = try SyncLock(directory)
        defer { withExtendedLifetime(lock) {} }
        let pending = try PendingJoin.begin(invitation, caPath: caPath, at: directory.rejoin)
        return PreparedJoin(
            url: Join.address(invitation), body: try pending.request(agency: store.identity.agency).encode())
    }

    /// Takes the reply of the rejoin that has begun in this directory. Throws ``NodeFailure``: `nothingPending`, `invitation`.
    public static func absorb(_ reply: TransportReply, in directory: DataDirectory) throws -> NodeStore {
        let lock = try SyncLock(directory)
        guard var pending = try PendingRejoin.read(directory) else { throw Join.nothingPending("rejoin") }
        let joined: JoinReply
        do {
            joined = try Join.read(reply, try pending.join.invitation())
        } catch let failure as NodeFailure where (try? Problem(parsing: reply.body))?.code == .invitationInvalid {
            // This line will never do: the node is free to go on as what it was.
            try cancel(in: directory)
            throw failure
        }
        let store = try NodeStore.open(directory)
        let old = store.identity
        guard joined.region == old.region, joined.agency == old.agency, joined.coordinatorKey == old.coordinator else {
            try cancel(in: directory)
            throw Join.failure(
                "The invitation is for another agency than this node's.",
                advice: "Join with it in another data directory; for this one ask for an invitation for \(old.agency).")
        }
        pending.holdsDrafts = try store.read { try isBehind(joined, SyncState($0), old) }
        pending.lost = JournalCut(joined)
        pending.joined = NodeIdentity(
            region: joined.region, regionName: joined.regionName, agency: joined.agency, node: joined.node,
            instance: joined.instance, isRegistry: joined.registry, url: Join.address(try pending.join.invitation()),
            caPath: pending.join.caPath ?? old.caPath, signing: pending.join.signing, box: pending.join.box,
            tagKey: joined.tagKey, coordinator: joined.coordinatorKey,
            formerBoxes: Array(([old.box] + old.formerBoxes).prefix(formerBoxes)))
        try pending.write(to: directory)
        try finish(pending, in: directory)
        withExtendedLifetime(lock) {}
        return try NodeStore.open(directory)
    }

    /// Forgets a rejoin whose reply was not read yet; does nothing without one. Throws ``NodeFailure``.
    public static func cancel(in directory: DataDirectory) throws {
        guard try PendingRejoin.read(directory)?.joined == nil else { return }
        try PrivateFile.remove(directory.rejoin)
    }

    /// Database first, then keys, then the file that says so; may be repeated from any point. The caller holds the lock.
    static func finish(_ pending: PendingRejoin, in directory: DataDirectory) throws {
        guard let identity = pending.joined else { return }
        let queue = try NodeDatabase.open(directory.database)
        try NodeFailure.mapping {
            try queue.write { database in
                try NodeSchema.migrate(database)
                try NodeLife.rejoin(
                    database, as: identity, holding: pending.holdsDrafts ? .olderCopy : nil, lost: pending.lost)
                try database.settleFormerCommits()
            }
            try queue.close()
        }
        try PrivateFile.write(identity.json.encoded, to: directory.keys)
        try PrivateFile.remove(directory.rejoin)
    }

    /// The database's part of a rejoin, over any database: for a simulation, which keeps keys and database together.
    package static func absorb(_ joined: JoinReply, as identity: NodeIdentity, in store: NodeStore) throws {
        try store.write { database in
            let isBehind = try isBehind(joined, SyncState(database), store.identity)
            try NodeLife.rejoin(
                database, as: identity, holding: isBehind ? .olderCopy : nil, lost: JournalCut(joined))
        }
    }

    /// As many transfers as are on their way at once come from no more lives than these.
    private static let formerBoxes = 8

    /// Whether this data may be an older copy: unless its last exchange, or the one that it has sent, is the last one that the
    /// coordinator answered in this place. A further node may hold the drafts of another copy, so it counts as one too.
    private static func isBehind(_ joined: JoinReply, _ state: SyncState, _ identity: NodeIdentity) throws -> Bool {
        guard joined.node == identity.node, let last = joined.replaced, state.opens == nil else { return true }
        if last.exchange == state.exchange, last.nonce.utf8.elementsEqual(state.nonce.utf8) { return false }
        return
            !(last.exchange == state.exchange + 1
            && state.pendingNonce.map { last.nonce.utf8.elementsEqual($0.utf8) } == true)
    }
}
