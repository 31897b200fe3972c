import Logging
import Negotiation
import StrictJSON
import SyncProtocol

/// `POST /v1/sync`: one exchange with a node.
///
/// First, without any lock, the signature over the exact bytes, the message, the bundle and its operations. Then in one
/// transaction the exchange table of the protocol, the decisions and the swap of (exchange, nonce). Then, in a snapshot
/// that has the decisions in it, the page. A crash between the last two loses a reply, which the node asks for again.
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
            return try await working {
                try self.figures.timing(\.replying) { try self.reply(to: admitted.request, settlement) }
            }
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
        try check(request, against: group.head, in: group.transaction)
        let before = node
        if let opens = request.opens, opens != request.instance {
            guard [request.instance, opens].contains(node.exchange.instance) else {
                return try supersede(request.instance, of: node, in: &group, at: moment)
            }
            try open(opens, for: &node, in: group.transaction)
            request.instance = opens
        }
        switch node.exchange.verdict(for: request) {
        case .next:
            if node.exchange.instance != before.exchange.instance {
                try restore(before, as: node.exchange.instance, in: &group)
            }
            var outcomes: [OperationOutcome] = []
            if let bundle = request.bundle {
                let author = Author(agency: node.agency, node: node.node)
                outcomes = try group.decide(admitted.operations, of: bundle, by: author)
                try keep(admitted, outcomes, in: group.transaction)
                node.exchange.bundleNumber = bundle.number
                node.exchange.bundleHash = bundle.hash
            }
            node.exchange.exchange = request.exchange
            node.exchange.nonce = request.nonce
            node.reached = max(node.reached, request.cursor?.position ?? 0)
            node.seen = moment.text
            try group.transaction.setNode(node)
            return .decided(node.agency, outcomes)
        case .repeated:
            guard let outcomes = try group.outcomes(of: admitted.operations, by: node.agency) else {
                throw StoreFailure(.damaged, "an answered bundle has an undecided operation; run verify")
            }
            return .decided(node.agency, outcomes)
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

    /// A node that has seen a later head proves that this database was put back; then nothing may be decided over it.
    private func check(_ request: SyncRequest, against head: JournalHead, in transaction: any StoreTransaction) throws {
        try checkRoot(request, against: head, in: transaction)
        let seen = [request.head.map { ($0.epoch, $0.position) }, request.cursor.map { ($0.epoch, $0.position) }]
        for case (let epoch, let position)? in seen where (epoch, position) > (head.epoch, head.position) {
            log.critical(
                "a node has seen a later journal head: this database is older than what was answered from it",
                metadata: ["node": "\(request.node)", "seen": "\(epoch)/\(position)", "head": "\(head.position)"])
            throw Problem(
                .unavailable, detail: "this journal is behind what the node has seen",
                members: [("head", .object([("epoch", .integer(head.epoch)), ("position", .integer(head.position))]))])
        }
        if let cursor = request.cursor, cursor.epoch != head.epoch || cursor.start > head.position {
            throw Problem(.badRequest, detail: "the cursor is not of this epoch")
        }
    }

    /// The signed reply, with a page that has the decisions in it. Throws ``StoreFailure``.
    /// Throws the refusal that was settled.
    func reply(to request: SyncRequest, _ settlement: Settlement) throws -> HTTPAnswer {
        let (agency, outcomes) = try settlement.decided()
        let outcomeBytes = outcomes.reduce(0) { $0 + $1.outcome.detail.encoded.count }
        let limits = ViewPage.PageLimits(
            changes: request.limit, bytes: max(settings.pageBytes - outcomeBytes, 0),
            attachments: settings.pageAttachments)
        let (page, proof) = try store.read { snapshot in
            let page = try ViewPage(of: agency, after: request.cursor, limits: limits, from: snapshot)
            return (page, try request.wire >= 2 ? HeadProof(of: page.head, for: request, from: snapshot) : nil)
        }
        var reply = SyncReply(
            exchange: request.exchange, nonce: request.nonce, outcomes: outcomes, page: page.changes,
            attachments: page.attachments, cursor: page.cursor, complete: page.complete,
            head: proof?.head ?? Head(epoch: page.head.epoch, position: page.head.position), day: page.head.day,
            nextSeconds: page.complete == nil ? 0 : settings.paceSeconds, wire: request.wire,
            receipt: request.wire == 1
                ? nil
                : request.bundle.map {
                    Receipt.make(for: $0, epoch: page.head.epoch, outcomes: outcomes, key: keys.signing)
                })
        if let proof {
            reply.consistency = proof.consistency
            reply.checkpoint = proof.wantsCheckpoint ? checkpoint(of: proof.root).text : nil
        }
        let body = reply.encode()
        return .json(body, headers: [signature(of: body)])
    }
}
