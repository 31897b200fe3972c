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
            guard body.count <= Limits.requestBytes else {
                throw Problem(.tooLarge, detail: "a request has at most \(Limits.requestBytes) bytes")
            }
            let request = try await working { try JoinRequest(parsing: body) }
            let moment = clock()
            let (node, epoch) = try await queue.commit { group in
                (try self.enroll(request, in: &group, at: moment), group.head.epoch)
            }
            let reply = JoinReply(
                region: region.code, regionName: region.name, agency: node.agency, node: node.node,
                instance: node.exchange.instance, registry: node.registry, coordinatorKey: keys.signing.publicKey,
                tagKey: node.registry ? keys.tag : [], epoch: epoch
            ).encode()
            return .json(reply, headers: [signature(of: reply)])
        } catch {
            return refusal(error)
        }
    }

    private func enroll(_ request: JoinRequest, in group: inout CommitGroup, at moment: Moment) throws -> EnrolledNode {
        let refused = Problem(.invitationInvalid, detail: "the code is unknown, used or expired; ask for a new one")
        guard
            let hash = InvitationCode.hash(request.code),
            let invitation = try group.transaction.records(linked: Link("invitation", hash)).first
        else { throw refused }
        if let node = try group.transaction.node(keyed: request.key) {
            guard node.invitation == invitation.id, node.exchange.exchange == 0, !node.isRevoked else { throw refused }
            return node
        }
        let body = try JSON(parsing: invitation.body)
        guard
            let expiry = body["expiresAt"]?.string, moment.hasReached(expiry) == false,
            let agency = body["agency"]?.string.flatMap(AgencyCode.init), let registry = body["registry"]?.boolean,
            let node = TimedID.make(milliseconds: moment.milliseconds),
            let instance = TimedID.make(milliseconds: moment.milliseconds)
        else { throw refused }
        let enrolled = EnrolledNode(
            node: NodeID(node), agency: agency, registry: registry, key: request.key, invitation: invitation.id,
            exchange: .fresh(InstanceID(instance)))
        let outcomes = try group.decideOwn(
            [
                OwnOperation(
                    kind: "node.join", record: invitation.id,
                    body: .object([
                        ("invitation", .string(invitation.id.text)), ("node", .string(enrolled.node.text)),
                        ("instance", .string(enrolled.exchange.instance.text)),
                        ("key", .string(Base64URL.encode(request.key.bytes))),
                        ("box", .string(Base64URL.encode(request.box))),
                    ]))
            ], by: ownAuthor())
        // A refusal here undoes the bundle too: a code that is tried again leaves nothing in the journal.
        guard outcomes.allSatisfy({ $0.outcome.kind == .accepted }) else { throw refused }
        try group.transaction.setNode(enrolled)
        return enrolled
    }
}

extension ExchangeState {
    /// A node that was never answered.
    static func fresh(_ instance: InstanceID) -> ExchangeState {
        ExchangeState(
            exchange: 0, nonce: "", bundleNumber: 0, bundleHash: String(repeating: "0", count: 64), instance: instance)
    }
}
