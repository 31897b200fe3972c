import Logging
import Negotiation
import StrictJSON
import SyncProtocol

/// `POST /v1/join`: a node with a one-time code becomes a node of the region.
///
/// The code is single use because looking it up, using it and enrolling the node is one transaction. The same keys with the
/// same code get the same reply again, so a lost reply costs nothing; to anyone else a used, an expired and an unknown
/// code are one answer.
extension Coordinator {
    /// Answers a join. `body` carries the code, the node's public keys and the proof that it holds the secret one.
    public func join(body: [UInt8]) async -> HTTPAnswer {
        do {
            let request = try await working { try self.admitJoin(body) }
            let moment = clock()
            return try await queue.commit { group in
                try self.settle(request, in: &group, at: moment)
            }
        } catch {
            return refusal(error)
        }
    }

    /// What is checked before a join takes a place in the commit queue. Throws the problem to answer with.
    func admitJoin(_ body: [UInt8]) throws -> JoinRequest {
        guard body.count <= Limits.requestBytes else {
            throw Problem(.tooLarge, detail: "a request has at most \(Limits.requestBytes) bytes")
        }
        let request = try JoinRequest(parsing: body)
        // Whoever guesses codes takes no place in the commit queue.
        guard try store.read({ try Self.invitation(request.code, in: $0) }) != nil else { throw Self.refused }
        return request
    }

    /// The join in its transaction; the answer counts once that is durable. Throws the problem to answer with.
    func settle(_ request: JoinRequest, in group: inout CommitGroup, at moment: Moment) throws -> HTTPAnswer {
        let node = try enroll(request, in: &group, at: moment)
        let reply = JoinReply(
            region: region.code, regionName: region.name, agency: node.agency, node: node.node,
            instance: node.exchange.instance, registry: node.registry, coordinatorKey: keys.signing.publicKey,
            tagKey: node.registry ? keys.tag : [], epoch: group.head.epoch,
            cut: try group.transaction.epochs().cut(since: 0),
            replaced: try replaced(by: node, in: group.transaction)
        ).encode()
        return .json(reply, headers: [signature(of: reply)])
    }

    private static let refused = Problem(
        .invitationInvalid, detail: "the code is unknown, used or expired; ask for a new one")

    private static let refusedToOthers = Problem(
        .invitationInvalid, detail: "the code is for a node of another agency; ask for one for yours")

    private static func invitation(_ code: String, in reader: any RecordReader) throws -> Record? {
        try InvitationCode.hash(code).flatMap { try reader.records(linked: Link("invitation", $0)).first }
    }

    private func enroll(_ request: JoinRequest, in group: inout CommitGroup, at moment: Moment) throws -> EnrolledNode {
        guard let invitation = try Self.invitation(request.code, in: group.transaction) else { throw Self.refused }
        if let node = try group.transaction.node(keyed: request.key) {
            guard node.invitation == invitation.id, node.exchange.exchange == 0, !node.isRevoked else {
                throw Self.refused
            }
            return node
        }
        let terms = try Negotiation.Invitation(invitation)
        guard
            moment.hasReached(terms.expiresAt) == false,
            let node = TimedID.make(milliseconds: moment.milliseconds),
            let instance = TimedID.make(milliseconds: moment.milliseconds)
        else { throw Self.refused }
        // The code is not used up: whoever it was meant for still joins with it.
        guard request.agency == nil || request.agency == terms.agency else { throw Self.refusedToOthers }
        if let replaced = terms.replaces {
            return try replace(replaced, as: InstanceID(instance), invitation.id, request, in: &group)
        }
        let enrolled = EnrolledNode(
            node: NodeID(node), agency: terms.agency, registry: terms.isForRegistry, key: request.key,
            invitation: invitation.id,
            exchange: .fresh(InstanceID(instance)))
        try decide("node.join", enrolled, invitation.id, request, in: &group)
        try group.transaction.setNode(enrolled)
        return enrolled
    }

    /// The node lives on with these keys; the life that it led is remembered, so that a copy of it is told from a stranger.
    private func replace(
        _ id: NodeID, as instance: InstanceID, _ invitation: RecordID, _ request: JoinRequest,
        in group: inout CommitGroup
    ) throws -> EnrolledNode {
        guard var node = try group.transaction.node(id), node.node != region.node, !node.isRevoked else {
            throw Self.refused
        }
        let former = FormerInstance(ending: node)
        node.key = request.key
        node.invitation = invitation
        node.exchange = .fresh(instance)
        try decide("node.replace", node, invitation, request, in: &group)
        try group.transaction.setFormer(former)
        try group.transaction.setNode(node)
        log.notice("a node was replaced", metadata: ["node": "\(node.node)", "agency": "\(node.agency)"])
        return node
    }

    private func decide(
        _ kind: String, _ node: EnrolledNode, _ invitation: RecordID, _ request: JoinRequest,
        in group: inout CommitGroup
    ) throws {
        let body = JSONValue.object([
            ("invitation", .string(invitation.text)), ("node", .string(node.node.text)),
            ("instance", .string(node.exchange.instance.text)),
            ("key", .string(Base64URL.encode(request.key.bytes))),
            ("box", .string(Base64URL.encode(request.box))),
        ])
        let outcomes = try group.decideOwn([OwnOperation(kind: kind, record: invitation, body: body)], by: ownAuthor())
        // A refusal here undoes the bundle too: a code that is tried again leaves nothing in the journal.
        guard outcomes.allSatisfy({ $0.outcome.kind == .accepted }) else { throw Self.refused }
    }

    /// Where the life stood that ended with the node's invitation; nil for a node that replaced none.
    private func replaced(by node: EnrolledNode, in transaction: any StoreTransaction) throws -> JoinReply.Replaced? {
        guard let invitation = try node.invitation.flatMap({ try transaction.record($0) }),
            try Negotiation.Invitation(invitation).replaces != nil
        else { return nil }
        return try transaction.formers(of: node.node).first.map {
            JoinReply.Replaced(exchange: $0.exchange, nonce: $0.nonce)
        }
    }
}

extension ExchangeState {
    /// A node that was never answered.
    static func fresh(_ instance: InstanceID) -> ExchangeState {
        ExchangeState(
            exchange: 0, nonce: "", bundleNumber: 0, bundleHash: Bundle.none, instance: instance)
    }
}
