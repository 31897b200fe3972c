import CoordinatorKit
import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol

/// Bugs of the coordinator's shell, as wrappers around what it is handed and what it answers.
extension Plant {
    /// The request as the buggy coordinator takes it.
    func received(_ request: SentRequest, in region: SimulatedRegion) -> SentRequest {
        var request = request
        switch self {
        case .signatureIgnored: resign(&request, in: region) { _ in }
        case .pageLimitIgnored: resign(&request, in: region) { $0.limit = 1000 }
        case .copiesAccepted:
            resign(&request, in: region) { sent in
                guard let node = try? region.coordinator.store?.read({ try $0.node(sent.node) }),
                    sent.exchange == node.exchange.exchange, sent.nonce != node.exchange.nonce, sent.bundle == nil
                else { return }
                sent.exchange += 1
                sent.lastNonce = node.exchange.nonce
            }
        case .replayDecided:
            guard request.origin == .replay else { break }
            resign(&request, in: region) { sent in
                guard let node = try? region.coordinator.store?.read({ try $0.node(sent.node) }) else { return }
                sent.exchange = node.exchange.exchange + 1
                sent.lastNonce = node.exchange.nonce
                sent.bundle = nil
            }
        case .endedServed: serveEnded(&request, in: region)
        default: break
        }
        return request
    }

    /// A request of an ended instance is taken as the next one of the instance that its node lives on as.
    private func serveEnded(_ request: inout SentRequest, in region: SimulatedRegion) {
        guard var sent = try? SyncRequest(parsing: request.body), sent.opens == nil,
            region.ledger.ended[sent.instance.text] != nil,
            let node = try? region.coordinator.store?.read({ try $0.node(sent.node) }),
            let living = region.nodes.first(where: { $0.identity.signing.publicKey == node.key })
        else { return }
        sent.instance = node.exchange.instance
        sent.exchange = node.exchange.exchange + 1
        sent.lastNonce = node.exchange.nonce
        sent.bundle = nil
        request.body = sent.encode()
        request.signature = DetachedJWS.sign(
            request.body, type: .request, keyID: sent.node.text, key: living.identity.signing)
    }

    /// The answer as the buggy coordinator gives it.
    func answered(_ answer: HTTPAnswer, to request: SentRequest, in region: SimulatedRegion) -> HTTPAnswer {
        var answer = answer
        switch self {
        case .pageCut:
            rewrite(&answer, in: region) { reply in
                guard reply.page.count > 1, reply.exchange.isMultiple(of: 3) else { return }
                reply.page.removeLast()
            }
        case .wireIgnored:
            // In the first wire, whatever was asked for.
            rewrite(&answer, in: region) { reply in
                guard reply.exchange.isMultiple(of: 4) else { return }
                reply.wire = 1
            }
        case .unsignedRefusal:
            if answer.status != 200 { answer.headers.removeAll { $0.name == DetachedJWS.headerField } }
        case .faultOnGarbage:
            guard answer.status != 200, request.machine == nil else { break }
            let problem = Problem(.internal, detail: "incident 1")
            answer.body = problem.encode()
            answer.status = problem.status
            sign(&answer, in: region)
        case .secretInHeader:
            guard let other = region.nodes.dropFirst().first else { break }
            answer.headers.append(HTTPAnswer.Header("X-Debug", Operator.canary(other.agency)))
        default: break
        }
        return answer
    }

    /// As if the signature did not matter: the node's own key signs whatever came.
    private func resign(_ request: inout SentRequest, in region: SimulatedRegion, _ change: (inout SyncRequest) -> Void)
    {
        guard var sent = try? SyncRequest(parsing: request.body),
            let machine = region.nodes.first(where: { $0.identity.node == sent.node })
        else { return }
        let before = sent
        change(&sent)
        if before != sent {
            request.body = sent.encode()
        }
        request.signature = DetachedJWS.sign(
            request.body, type: .request, keyID: sent.node.text, key: machine.identity.signing)
    }

    private func rewrite(_ answer: inout HTTPAnswer, in region: SimulatedRegion, _ change: (inout SyncReply) -> Void) {
        guard answer.status == 200, var reply = try? SyncReply(parsing: answer.body) else { return }
        change(&reply)
        answer.body = reply.encode()
        sign(&answer, in: region)
    }

    private func sign(_ answer: inout HTTPAnswer, in region: SimulatedRegion) {
        answer.headers.removeAll { $0.name == DetachedJWS.headerField }
        answer.headers.append(
            HTTPAnswer.Header(
                DetachedJWS.headerField,
                DetachedJWS.sign(
                    answer.body, type: .reply, keyID: DetachedJWS.coordinator, key: region.coordinator.keys.signing)))
    }
}
