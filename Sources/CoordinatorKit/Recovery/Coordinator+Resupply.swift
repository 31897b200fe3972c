import Logging
import Negotiation
import StrictJSON
import SyncProtocol

/// `POST /v1/resupply`: a node hands in what a restored coordinator lacks of it.
///
/// Everything is checked as it was when it came first: the node's signature over page and bundles, the chain of bundles, the
/// coordinator's own signature over receipts. Nothing is decided before every node that lives has reported, or a person
/// ends the recovery; a node that comes after that is decided when it is done. The same page may come again.
extension Coordinator {
    /// Answers a page; `signature` is the value of the request's `Mutasi-Signature` field.
    public func resupply(body: [UInt8], signature: String?) async -> HTTPAnswer {
        do {
            let request = try await working { try self.admitResupply(body, signature) }
            return try await queue.commit(whileRecovering: true) { group in
                try self.settle(request, in: &group)
            }
        } catch {
            return refusal(of: body, error)
        }
    }

    /// A refusal that a node acts on names its page, and so only goes to a page that the node signed.
    private func refusal(of body: [UInt8], _ error: any Error) -> HTTPAnswer {
        guard var problem = error as? Problem, ResupplyReply.stops.contains(problem.code),
            let nonce = (try? ResupplyRequest(parsing: body))?.nonce
        else { return refusal(error) }
        problem.members.append(("nonce", .string(nonce)))
        return refusal(problem)
    }

    /// What ``resupply(body:signature:)`` does, without threads or waiting. Blocks.
    package func resupplyBlocking(body: [UInt8], signature: String?) -> HTTPAnswer {
        var answer: Result<HTTPAnswer, any Error>?
        do {
            let request = try admitResupply(body, signature)
            try committer.commit([
                { group in answer = try group.answer(whileRecovering: true) { try self.settle(request, in: &$0) } }
            ])
            return try answer?.get() ?? refusal(StoreFailure(.io, "the page was not part of its group"))
        } catch {
            return refusal(of: body, error)
        }
    }

    private func admitResupply(_ body: [UInt8], _ signature: String?) throws -> ResupplyRequest {
        guard body.count <= Limits.requestBytes else {
            throw Problem(.tooLarge, detail: "a request has at most \(Limits.requestBytes) bytes")
        }
        guard let signature else {
            throw Problem(.badSignature, detail: "the \(DetachedJWS.headerField) field is missing")
        }
        var found: EnrolledNode?
        _ = try DetachedJWS.verify(header: signature, payload: body, type: .resupply) { keyID in
            found = try NodeID(text: keyID).flatMap { id in try store.read { try $0.node(id) } }
            return found?.node == region.node ? nil : found?.key
        }
        guard let node = found else { throw Problem(.unknownNode, detail: "no such node in this region") }
        let request = try ResupplyRequest(parsing: body)
        guard request.node == node.node else {
            throw Problem(.badSignature, detail: "the page is signed by another node than it names")
        }
        guard request.region == region.code else {
            throw Problem(.wrongRegion, detail: "this is the coordinator of another region")
        }
        for item in request.items {
            try check(item, of: request, from: node)
        }
        return request
    }

    private func check(_ item: ResupplyRequest.Item, of request: ResupplyRequest, from node: EnrolledNode) throws {
        let bundle = item.bundle
        guard bundle.region == request.region, bundle.node == request.node, bundle.instance == request.instance,
            bundle.verifies(with: node.key), bundle.operations.allSatisfy({ (try? Operation(parsing: $0)) != nil })
        else {
            throw Problem(.badBundle, detail: "bundle \(bundle.number) is not one that its node signed")
        }
        if let receipt = item.receipt {
            guard receipt.region == region.code, receipt.covers(bundle), receipt.verifies(with: keys.signing.publicKey),
                zip(bundle.operations, receipt.outcomes).allSatisfy({ bytes, outcome in
                    (try? Operation(parsing: bytes))?.id == outcome.operation
                })
            else {
                throw Problem(.badBundle, detail: "the receipt of bundle \(bundle.number) is not the coordinator's")
            }
        }
    }

    private func settle(_ request: ResupplyRequest, in group: inout CommitGroup) throws -> HTTPAnswer {
        let shelf = group.transaction.recovery
        guard var node = try group.transaction.node(request.node) else {
            throw Problem(.unknownNode, detail: "no such node in this region")
        }
        guard !node.isRevoked else { throw Problem(.revoked, detail: "the node's key was revoked") }
        let isCollecting = group.standing.mode == .recovering
        let isAwaited = try isCollecting || shelf.isReopened(node.node)
        if isAwaited, try isUnheardOf(request.instance, of: node, in: group.transaction) {
            let before = node
            try open(request.instance, for: &node, in: group.transaction)
            try restore(before, as: request.instance, in: &group)
            try group.transaction.setNode(node)
        }
        guard request.instance == node.exchange.instance else {
            throw Problem(.superseded, detail: "the node lives on as another instance")
        }
        if isAwaited {
            // A copy of a page from an earlier recovery says nothing about what the node has now.
            guard request.epoch == group.head.epoch else { throw Recovering() }
            try leaveUsedEpochs(request, isCollecting, in: &group)
            try keep(request, of: node, in: group)
            try remember(request, of: node, in: group)
            let earlier = try shelf.reports().filter { $0.node != node.node || $0.isDone }
            let report = RecoveryReport(
                node: node.node, isDone: request.isDone, seen: Self.seen(request, in: group.head))
            try shelf.set(report)
            try shelf.keep(request.cuts.filter { $0.epoch < group.head.epoch })
            if isCollecting, try hasEverybody(group) {
                try group.endRecovery(by: ownAuthor())
            } else if !isCollecting, request.isDone {
                try group.decideLate(node.exchange.instance, report, after: earlier, by: ownAuthor())
            }
        }
        let current = try group.transaction.node(request.node) ?? node
        let reply = ResupplyReply(
            nonce: request.nonce, bundle: try Self.lastBundle(of: current, in: group.transaction).number,
            isOpen: group.standing.mode == .serving
        ).encode()
        return .json(reply, headers: [signature(of: reply)])
    }

    /// An epoch that this journal thinks its own was begun before, by a restore that was lost with the disk. As long as nothing
    /// is decided in it a later one takes its place; after that only a person can say which life counts.
    private func leaveUsedEpochs(_ request: ResupplyRequest, _ isCollecting: Bool, in group: inout CommitGroup) throws {
        let proven = request.items.compactMap(\.receipt?.epoch).max() ?? 0
        guard isCollecting else {
            guard proven < group.head.epoch else { throw UsedEpoch(epoch: proven) }
            return
        }
        try group.leaveEpochs(through: proven, by: ownAuthor())
        if let seen = request.head?.epoch, seen - group.head.epoch <= RecoveryLimits.claimedEpochs {
            try group.leaveEpochs(through: seen, by: ownAuthor())
        }
    }

    /// Takes the node's word for its last answered exchange, so that a copy of an earlier request is not taken for its first in
    /// this epoch.
    private func remember(_ request: ResupplyRequest, of node: EnrolledNode, in group: CommitGroup) throws {
        var node = node
        node.exchange.exchange = request.answered?.exchange ?? 0
        node.exchange.nonce = request.answered?.nonce ?? ""
        try group.transaction.setNode(node)
    }

    /// The head of a life before this one that the node says it has seen.
    private static func seen(_ request: ResupplyRequest, in head: JournalHead) -> Head? {
        request.head.flatMap { $0.epoch < head.epoch ? Head(epoch: $0.epoch, position: $0.position) : nil }
    }

    private func keep(_ request: ResupplyRequest, of node: EnrolledNode, in group: CommitGroup) throws {
        let shelf = group.transaction.recovery
        var last = try Self.lastBundle(of: node, in: group.transaction)
        for item in request.items {
            let bundle = item.bundle
            if bundle.number > last.number {
                guard bundle.number == last.number + 1, bundle.previous == last.hash else {
                    throw Problem(
                        .badBundle, detail: "the bundle does not follow the last one",
                        members: [("last", .integer(last.number))])
                }
                last = (bundle.number, bundle.hash)
            } else if let handed = try shelf.handed(bundle.instance, number: bundle.number) {
                guard handed.bytes == bundle.bytes else {
                    throw Problem(.badBundle, detail: "another bundle \(bundle.number) was handed in before")
                }
            } else {
                // Decided already; the node learns from the answer where to go on.
                continue
            }
            try shelf.keep(
                HandedBundle(
                    node: bundle.node, instance: bundle.instance, number: bundle.number, bytes: bundle.bytes,
                    receipt: item.receipt?.json.encoded, lastPosition: item.receipt?.outcomes.map(\.position).max()))
        }
        let named = Set(request.items.flatMap { $0.bundle.operations.flatMap(AttachmentNames.of) })
        for attachment in request.attachments where named.contains(attachment.name) {
            try shelf.keepHanded(attachment)
        }
    }

    private func hasEverybody(_ group: CommitGroup) throws -> Bool {
        let done = Set(try group.transaction.recovery.reports().filter(\.isDone).map(\.node))
        return try group.transaction.nodes().allSatisfy { node in
            node.node == region.node || node.isRevoked || done.contains(node.node)
        }
    }
}
