import StrictJSON
import SyncProtocol

/// A rejoin that has begun, kept in `rejoin.json`: first as a ``PendingJoin``, then with all that the node is from then on.
///
/// Keys and database change in two steps, so the file stays until both are done: whoever opens the data directory meanwhile
/// goes on with it. Keys and database are thus never mixed for good.
struct PendingRejoin {
    var join: PendingJoin
    /// What the node is from now on; nil before the reply was read.
    var joined: NodeIdentity?
    /// Whether drafts are to be looked at before they go out.
    var holdsDrafts = false
    /// What the coordinator may have lost of the lives before.
    var lost: JournalCut?

    /// Nil when no rejoin has begun here.
    static func read(_ directory: DataDirectory) throws -> PendingRejoin? {
        guard PrivateFile.exists(directory.rejoin) else { return nil }
        guard let json = try? JSON(parsing: try PrivateFile.read(directory.rejoin)), let join = PendingJoin(json) else {
            return nil
        }
        var pending = PendingRejoin(join: join)
        if let identity = json["identity"] {
            pending.joined = try NodeIdentity(parsing: identity.bytes)
            pending.holdsDrafts = json["holds"]?.boolean ?? true
            pending.lost = json["lost"].flatMap { try? JournalCut(reading: $0) }
        }
        return pending
    }

    func write(to directory: DataDirectory) throws {
        var members = join.members
        if let joined {
            members += [("identity", joined.json), ("holds", .boolean(holdsDrafts))]
            members += lost.map { [("lost", $0.json)] } ?? []
        }
        try PrivateFile.write(JSONValue.object(members).encoded, to: directory.rejoin)
    }

    /// Throws ``NodeFailure`` `rejoining` while a rejoin waits for its reply: a sync with the old keys might come after the
    /// coordinator gave the place to the new ones, and would be taken for a copy's.
    static func refuseUnfinished(_ directory: DataDirectory) throws {
        guard PrivateFile.exists(directory.rejoin) else { return }
        throw NodeFailure(
            .rejoining, "A rejoin has begun here and its reply has not been read yet.",
            advice: "Run rejoin with the same line again, or rejoin --cancel.")
    }
}
