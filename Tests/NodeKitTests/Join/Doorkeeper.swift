import Negotiation
import NodeKit
import SyncProtocol
import Synchronization

/// Answers joins as a coordinator with this key does; can lose its reply, refuse, or let another node in.
final class Doorkeeper: Transport {
    struct Terms: Sendable {
        var node: NodeID
        var instance: InstanceID
        var agency: AgencyCode
        var replaced: JoinReply.Replaced?
        var isLost = false
        var problem: Problem?
        var epoch = 1
        var cut: Int?
    }

    let key: SigningKey
    let terms: Mutex<Terms>
    let requests = Mutex<[JoinRequest]>([])

    init(key: SigningKey, node: NodeID, instance: InstanceID, agency: AgencyCode) {
        self.key = key
        terms = Mutex(Terms(node: node, instance: instance, agency: agency))
    }

    func line(_ code: UInt8 = 7) -> String {
        InvitationLine(
            url: "https://localhost:9/", code: Base64URL.encode([UInt8](repeating: code, count: 16)),
            coordinatorKey: key.publicKey
        ).line
    }

    func send(_ request: TransportRequest) async throws -> TransportReply {
        try answer(request.body)
    }

    func answer(_ body: [UInt8]) throws -> TransportReply {
        let request = try JoinRequest(parsing: body)
        requests.withLock { $0.append(request) }
        let terms = terms.withLock { $0 }
        if terms.isLost { throw TransportError(code: .interrupted, message: "lost", advice: "again") }
        if let problem = terms.problem { return signed(problem.status, problem.encode()) }
        return signed(
            200,
            JoinReply(
                region: Sample.region, regionName: "Kota Uji", agency: terms.agency, node: terms.node,
                instance: terms.instance, registry: true, coordinatorKey: key.publicKey,
                tagKey: [UInt8](repeating: 3, count: 32), epoch: terms.epoch, cut: terms.cut, replaced: terms.replaced
            ).encode())
    }

    private func signed(_ status: Int, _ body: [UInt8]) -> TransportReply {
        let signature = DetachedJWS.sign(body, type: .reply, keyID: "coordinator", key: key)
        return TransportReply(status: status, headers: [("mutasi-signature", signature)], body: body)
    }
}
