import CoordinatorKit
import Negotiation
import StrictJSON
import SyncProtocol

/// A node that keeps its bundles and receipts, as one that may have to hand them in.
struct KeepingNode {
    var node: TestNode
    /// By number, from 1.
    var bundles: [Bundle] = []
    var receipts: [Int: Receipt] = [:]
    var corrected: [Receipt] = []
    /// The epoch that it hands in for.
    var epoch = 1

    init(_ node: TestNode) {
        self.node = node
    }

    /// One exchange that must succeed.
    mutating func sync(_ coordinator: Coordinator, _ operations: [[UInt8]] = []) async throws -> SyncReply {
        let request = node.request(operations)
        return try await send(request, coordinator)
    }

    mutating func send(_ request: SyncRequest, _ coordinator: Coordinator) async throws -> SyncReply {
        if let bundle = request.bundle, bundle.number > bundles.count {
            bundles.append(bundle)
        }
        let reply = try node.absorb(await node.send(request, to: coordinator), of: request)
        for receipt in reply.corrected + (reply.receipt.map { [$0] } ?? []) {
            receipts[receipt.bundle] = receipt
        }
        corrected += reply.corrected
        return reply
    }

    func page(after number: Int, withReceipts: Bool = true, isDone: Bool = true, limit: Int = 100, epoch: Int? = nil)
        -> ResupplyRequest
    {
        ResupplyRequest(
            region: node.region, node: node.node, instance: node.instance,
            nonce: Base64URL.encode(Sodium.randomBytes(16)), epoch: epoch ?? self.epoch,
            items: bundles.dropFirst(number).prefix(limit).map {
                ResupplyRequest.Item(bundle: $0, receipt: withReceipts ? receipts[$0.number] : nil)
            }, attachments: [],
            head: node.cursor.map { Head(epoch: $0.epoch, position: $0.position) },
            answered: node.exchange > 0
                ? ResupplyRequest.Answered(exchange: node.exchange, nonce: node.nonce) : nil, isDone: isDone)
    }

    func handIn(_ page: ResupplyRequest, _ coordinator: Coordinator) async -> HTTPAnswer {
        let body = page.encode()
        return await coordinator.resupply(
            body: body, signature: DetachedJWS.sign(body, type: .resupply, keyID: node.node.text, key: node.key))
    }
}
