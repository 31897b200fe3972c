import CoordinatorKit
import Negotiation
import NodeKit
import SyncProtocol

/// One agency's node as the protocol sees it: requests that follow one another, made before they are sent.
struct BenchAgency: Sendable {
    /// A signed request.
    struct Request: Sendable {
        var body: [UInt8]
        var signature: String
        /// Operations in its bundle.
        var count: Int
    }

    let joined: JoinReply
    let key: SigningKey
    let box: BoxKey
    private var exchange = 0
    private var nonce = ""
    private var lastNonce = ""
    private var bundle: (number: Int, hash: String) = (0, Bundle.none)

    init(_ joined: JoinReply, key: SigningKey, box: BoxKey) {
        self.joined = joined
        self.key = key
        self.box = box
    }

    /// The next exchange, with a bundle when there are operations. It presumes that the ones before are answered first.
    mutating func next(
        _ operations: [[UInt8]] = [], limit: Int = Limits.defaultPageRecords, cursor: Cursor? = nil, head: Head? = nil
    ) -> Request {
        var made: Bundle?
        if !operations.isEmpty {
            let new = Bundle.make(
                region: joined.region, node: joined.node, instance: joined.instance, number: bundle.number + 1,
                previous: bundle.hash, operations: operations, key: key)
            bundle = (new.number, new.hash)
            made = new
        }
        let fresh = Base64URL.encode(Sodium.randomBytes(Limits.nonceBytes))
        exchange += 1
        let body = SyncRequest(
            region: joined.region, node: joined.node, instance: joined.instance, exchange: exchange, nonce: fresh,
            lastNonce: nonce, cursor: cursor, head: head, bundle: made, limit: limit
        ).encode()
        lastNonce = nonce
        nonce = fresh
        return Request(
            body: body, signature: DetachedJWS.sign(body, type: .request, keyID: joined.node.text, key: key),
            count: operations.count)
    }

    /// Takes the last exchange back, because it was not answered; only for one without a bundle.
    mutating func forgetLast() {
        exchange -= 1
        nonce = lastNonce
    }

    /// The identity of a real node of this agency, for the address.
    func identity(url: String, caFile: String?) -> NodeIdentity {
        NodeIdentity(
            region: joined.region, regionName: joined.regionName, agency: joined.agency, node: joined.node,
            instance: joined.instance, isRegistry: false, url: url, caPath: caFile, signing: key, box: box, tagKey: [],
            coordinator: joined.coordinatorKey)
    }
}

extension BenchAgency.Request {
    var call: Coordinator.Call {
        .sync(body: body, signature: signature)
    }

    func transportRequest(to url: String) -> TransportRequest {
        TransportRequest(
            method: .post, url: url + ServiceDocument.syncPath,
            headers: [
                ("Content-Type", "application/json"), ("Mutasi-Wire", String(Limits.wire)),
                (DetachedJWS.headerField, signature),
            ], body: body)
    }
}
