import SyncProtocol

/// Whether a reply's head extends the one that the request named, and is not before one that was seen.
enum HeadCheck {
    /// Nil when nothing speaks against it. `seen` is the latest head that this node has absorbed.
    static func objection(to reply: SyncReply, of request: SyncRequest, seen: Head?) -> SyncNoise? {
        if let seen {
            if reply.head < seen { return .earlierHead }
            let isSame = seen.epoch == reply.head.epoch && seen.position == reply.head.position
            if isSame, seen.root != nil, reply.head.root != nil, reply.head != seen { return .forkedHead }
        }
        guard let known = request.head, known.epoch == reply.head.epoch, let old = known.root else { return nil }
        // A reply of wire 1 has no root: it is compared by its position only.
        guard let new = reply.head.root else { return nil }
        guard
            let oldRoot = Hex.decode(old), let root = Hex.decode(new),
            TreeCheck.extends(
                old: known.position, oldRoot: oldRoot, size: reply.head.position, root: root,
                proof: reply.consistency)
        else { return .forkedHead }
        return nil
    }

    /// The checkpoint that came with a reply; nil when none did. Throws ``ProtocolError`` when it is not the coordinator's word
    /// on the reply's head.
    static func checkpoint(of reply: SyncReply, region: String, key: VerifyingKey) throws -> Checkpoint? {
        guard let text = reply.checkpoint else { return nil }
        let checkpoint = try Checkpoint(parsing: text)
        guard checkpoint.verifies(region: region, key: key), checkpoint.head == reply.head else {
            throw ProtocolError(.badSignature, "the checkpoint is not one of the reply's head")
        }
        return checkpoint
    }
}
