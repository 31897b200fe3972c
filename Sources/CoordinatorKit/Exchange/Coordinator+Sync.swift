import Logging
import Negotiation
import StrictJSON
import SyncProtocol

/// `POST /v1/sync`: one exchange with a node.
///
/// First, without any lock, the signature over the exact bytes, the message, the bundle and its operations. Then in one
/// transaction the exchange table of the protocol, the decisions and the swap of (exchange, nonce). Then, in a snapshot
/// that has the decisions in it, the page. What of it is about people is accounted for before it goes out. A crash between
/// these loses a reply, which the node asks for again.
extension Coordinator {
    /// Answers one exchange; `signature` is the value of the request's `Mutasi-Signature` field.
    public func sync(body: [UInt8], signature: String?) async -> HTTPAnswer {
        let admitted: AdmittedRequest
        do {
            admitted = try await working { try self.admit(body, signature) }
        } catch let refused as RefusedRequest {
            return refusal(refused.reason, answering: refused.request)
        } catch {
            return refusal(error)
        }
        do {
            let moment = clock()
            let settlement = try await queue.commit { group in
                try self.settle(admitted, in: &group, at: moment)
            }
            let reply = try await working {
                try self.figures.timing(\.replying) { try self.reply(to: admitted.request, settlement, at: moment) }
            }
            if let delivery = reply.delivery {
                try await queue.commit(whileRecovering: true, isAdmitted: true) { try $0.transaction.add(delivery) }
            }
            try await queue.mirrored(through: reply.position)
            return reply.answer
        } catch {
            return refusal(error, answering: admitted.request)
        }
    }

    /// The exchange in its transaction: table, decisions, and the swap of (exchange, nonce). Throws the problem to answer with.
    func settle(
        _ admitted: AdmittedRequest, in group: inout CommitGroup, at moment: Moment
    ) throws -> Settlement {
        var request = admitted.request
        guard var node = try group.transaction.node(request.node) else {
            throw Problem(.unknownNode, detail: "no such node in this region")
        }
        guard !node.isRevoked else { throw Problem(.revoked, detail: "the node's key was revoked") }
        if let former = admitted.former { return try supersede(former, of: node, in: &group, at: moment) }
        try check(request, of: node, in: group)
        let shelf = group.transaction.recovery
        let isReopened = try shelf.isReopened(node.node)
        // What opens a life that was opened already may be a copy of long ago: that one hands in like any other.
        let isOpening = request.opens.map { $0 != node.exchange.instance } ?? false
        let handsIn = isReopened && !isOpening
        let isKnown = try handsIn && hasReported(node.node, shelf)
        let life = request.opens ?? request.instance
        if handsIn, try !isKnown || isUnheardOf(life, of: node, in: group.transaction) {
            // The first version has no way to hand in, and nobody knows what the node has that was lost.
            guard request.wire >= 2 else { throw Problem.newEpoch }
            throw Recovering()
        }
        let before = node
        if let opens = request.opens, opens != request.instance {
            guard [request.instance, opens].contains(node.exchange.instance) else {
                return try supersede(request.instance, of: node, in: &group, at: moment)
            }
            try open(opens, for: &node, in: group.transaction)
            request.instance = opens
        }
        let verdict =
            isReopened
            ? node.exchange.verdictAfterRestore(for: request, isKnown: isKnown) : node.exchange.verdict(for: request)
        switch verdict {
        case .next:
            if node.exchange.instance != before.exchange.instance {
                try restore(before, as: node.exchange.instance, in: &group)
            }
            var outcomes: [OperationOutcome] = []
            let resumption = try Resumption(of: request, epoch: group.head.epoch, in: group.transaction)
            let told = resumption.cursor?.position ?? 0
            if let bundle = request.bundle, node.exchange.isLast(bundle) {
                outcomes = try again(admitted, of: node, in: group)
            } else if let bundle = request.bundle {
                let author = Author(agency: node.agency, node: node.node)
                outcomes = try group.decide(admitted.operations, of: bundle, by: author, told: told)
                try keep(admitted, outcomes, in: group.transaction)
                node.exchange.bundleNumber = bundle.number
                node.exchange.bundleHash = bundle.hash
            }
            node.exchange.exchange = request.exchange
            node.exchange.nonce = request.nonce
            node.reached = max(node.reached, told)
            node.seen = moment.text
            try group.transaction.setNode(node)
            if isReopened {
                try shelf.close(node.node)
            }
            return .decided(
                Settlement.Decided(
                    agency: node.agency, outcomes: outcomes, day: isReopened ? nil : group.head.day,
                    corrected: try corrections(for: node, request, in: group)))
        case .repeated:
            return .decided(
                Settlement.Decided(
                    agency: node.agency, outcomes: try again(admitted, of: node, in: group), day: nil,
                    corrected: try corrections(for: node, request, in: group)))
        case .stale:
            throw Problem(
                .stale, detail: "an older copy of this node, or a second one",
                members: [("answered", .integer(node.exchange.exchange))])
        case .superseded: return try supersede(request.instance, of: node, in: &group, at: moment)
        case .badBundle(let code):
            throw Problem(
                .badBundle, detail: "the bundle does not follow the last one: \(code.rawValue)",
                members: [("last", .integer(node.exchange.bundleNumber))])
        }
    }

    private func again(
        _ admitted: AdmittedRequest, of node: EnrolledNode, in group: CommitGroup
    ) throws -> [OperationOutcome] {
        guard let outcomes = try group.outcomes(of: admitted.operations, by: node.agency) else {
            throw StoreFailure(.damaged, "an answered bundle has an undecided operation; run verify")
        }
        return outcomes
    }

    /// What only rejected operations name is not kept: no record will ever name it, and it may be people's data.
    private func keep(
        _ admitted: AdmittedRequest, _ outcomes: [OperationOutcome], in transaction: any StoreTransaction
    ) throws {
        guard !admitted.attachments.isEmpty else { return }
        var named: Set<String> = []
        for (operation, outcome) in zip(admitted.operations, outcomes) where outcome.outcome.kind != .rejected {
            named.formUnion(AttachmentNames.of(operation.bytes))
        }
        for attachment in admitted.attachments where named.contains(attachment.name) {
            try transaction.keep(attachment)
        }
    }

    /// A reply that is ready.
    struct ReadyReply {
        var answer: HTTPAnswer
        /// Of the journal's head that it states.
        var position: Int
        /// What has to be accounted for before it goes out; nil for nothing.
        var delivery: Delivery?
    }

    /// The signed reply, with a page that has the decisions in it. Throws ``StoreFailure``, and the refusal that was settled.
    func reply(to request: SyncRequest, _ settlement: Settlement, at moment: Moment) throws -> ReadyReply {
        let decided = try settlement.decided()
        let outcomes = decided.outcomes
        let outcomeBytes = outcomes.reduce(0) { $0 + $1.outcome.detail.encoded.count }
        let limits = ViewPage.PageLimits(
            changes: request.limit, bytes: max(settings.pageBytes - outcomeBytes, 0),
            attachments: settings.pageAttachments)
        let (page, restarts, proof, settled, cut) = try store.read { snapshot in
            let resumption = try Resumption(of: request, epoch: try snapshot.head().epoch, in: snapshot)
            let page = try ViewPage(of: decided.agency, after: resumption.cursor, limits: limits, from: snapshot)
            let proof = try request.wire >= 2 ? HeadProof(of: page.head, for: request, from: snapshot) : nil
            return (page, resumption.restarts, proof, try self.settled(in: snapshot), try Self.cut(request, snapshot))
        }
        var reply = SyncReply(
            exchange: request.exchange, nonce: request.nonce, outcomes: outcomes, page: page.changes,
            attachments: page.attachments, cursor: page.cursor, complete: page.complete,
            head: proof?.head ?? Head(epoch: page.head.epoch, position: page.head.position), day: page.head.day,
            nextSeconds: page.complete == nil ? 0 : settings.paceSeconds, wire: request.wire,
            receipt: request.wire == 1
                ? nil
                : request.bundle.map {
                    Receipt.make(
                        for: $0, epoch: page.head.epoch, day: decided.day, outcomes: outcomes, key: keys.signing)
                })
        if let proof {
            reply.consistency = proof.consistency
            reply.checkpoint = proof.wantsCheckpoint ? checkpoint(of: proof.root).text : nil
        }
        reply.restart = restarts
        reply.settled = settled
        reply.cut = cut
        reply.corrected = decided.corrected
        let body = reply.encode()
        return ReadyReply(
            answer: .json(body, headers: [signature(of: body)]), position: page.head.position,
            delivery: Delivery(of: page, to: request, of: decided.agency, at: moment))
    }

    /// Up to where nothing was lost since a restored node has heard of this journal; nil for any other, which has handed in, and
    /// where nothing was.
    private static func cut(_ request: SyncRequest, _ snapshot: any StoreSnapshot) throws -> Int? {
        guard request.opens != nil, let seen = request.head?.epoch ?? request.cursor?.epoch,
            try seen != snapshot.head().epoch
        else { return nil }
        return try snapshot.epochs().cut(since: seen) ?? 0
    }
}
