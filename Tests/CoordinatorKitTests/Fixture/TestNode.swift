import CoordinatorKit
import Negotiation
import StrictJSON
import SyncProtocol

/// A node as the protocol describes one: it keeps what an exchange needs, and a replica.
struct TestNode {
    let region: String
    let agency: AgencyCode
    let node: NodeID
    var instance: InstanceID
    let key: SigningKey
    let coordinatorKey: VerifyingKey
    var exchange = 0
    var nonce = ""
    var bundleNumber = 0
    var bundleHash = String(repeating: "0", count: 64)
    var cursor: Cursor?
    var replica: [RecordID: Entry] = [:]

    struct Entry: Equatable {
        var kind: RecordKind
        var revision: Int
        var body: [UInt8]
    }

    init(_ joined: JoinReply, key: SigningKey) {
        region = joined.region
        agency = joined.agency
        node = joined.node
        instance = joined.instance
        self.key = key
        coordinatorKey = joined.coordinatorKey
    }

    /// The next request, with a bundle when there are operations.
    func request(_ operations: [[UInt8]] = [], limit: Int = 500, attachments: [Attachment] = []) -> SyncRequest {
        SyncRequest(
            region: region, node: node, instance: instance, exchange: exchange + 1,
            nonce: Base64URL.encode(Sodium.randomBytes(16)), lastNonce: nonce, cursor: cursor, head: nil,
            bundle: operations.isEmpty ? nil : bundle(operations), attachments: attachments, limit: limit)
    }

    func bundle(_ operations: [[UInt8]], number: Int? = nil, previous: String? = nil) -> Bundle {
        Bundle.make(
            region: region, node: node, instance: instance, number: number ?? bundleNumber + 1,
            previous: previous ?? bundleHash, operations: operations, key: key)
    }

    func signed(_ request: SyncRequest) -> (body: [UInt8], signature: String) {
        let body = request.encode()
        return (body, DetachedJWS.sign(body, type: .request, keyID: node.text, key: key))
    }

    /// Reads an answer that must be a signed reply, and takes it in.
    mutating func absorb(_ answer: HTTPAnswer, of request: SyncRequest) throws -> SyncReply {
        try verify(answer)
        let reply = try SyncReply(parsing: answer.body)
        guard reply.exchange == request.exchange, reply.nonce == request.nonce else { throw TestFailure.wrongReply }
        exchange = request.exchange
        nonce = request.nonce
        if let bundle = request.bundle {
            bundleNumber = bundle.number
            bundleHash = bundle.hash
        }
        for change in reply.page {
            switch change {
            case .record(let id, let kind, let revision, _, let body):
                replica[id] = Entry(kind: kind, revision: revision, body: body)
            case .retraction(let id, _):
                replica[id] = nil
            }
        }
        cursor = reply.cursor
        return reply
    }

    /// Every answer to a node carries the coordinator's signature over its exact bytes.
    func verify(_ answer: HTTPAnswer) throws {
        _ = try DetachedJWS.verify(
            header: answer.header(DetachedJWS.headerField) ?? "", payload: answer.body, type: .reply
        ) { $0 == "coordinator" ? coordinatorKey : nil }
    }

    /// One exchange that must succeed.
    mutating func sync(
        _ coordinator: Coordinator, _ operations: [[UInt8]] = [], limit: Int = 500, attachments: [Attachment] = []
    ) async throws -> SyncReply {
        let request = request(operations, limit: limit, attachments: attachments)
        return try absorb(await send(request, to: coordinator), of: request)
    }

    func send(_ request: SyncRequest, to coordinator: Coordinator) async -> HTTPAnswer {
        let (body, signature) = signed(request)
        return await coordinator.sync(body: body, signature: signature)
    }

    /// Count and digest of the replica, computed here.
    var digest: ViewDigest {
        var digest = ViewDigest()
        for (id, entry) in replica {
            digest.add(ViewDigest.leaf(kind: entry.kind.rawValue, id: id, revision: entry.revision, body: entry.body))
        }
        return digest
    }
}

enum TestFailure: Error {
    case wrongReply
    case missing(String)
}
