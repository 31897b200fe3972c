import StrictJSON
import SyncProtocol

/// What arrived, judged before anything is opened: only what the coordinator signed for this very request counts.
enum ReplyReading {
    case reply(SyncReply)
    case problem(Problem, isProven: Bool)
    case noise(SyncNoise)

    init(_ reply: TransportReply, to request: SyncRequest, from coordinator: VerifyingKey) {
        guard reply.body.count <= Limits.replyBytes else {
            self = .noise(.foreign)
            return
        }
        if reply.status == 200 {
            self = Self.answer(reply, to: request, from: coordinator)
        } else if let problem = try? Problem(parsing: reply.body), problem.status == reply.status {
            let isSigned = Self.isSigned(reply, by: coordinator)
            // Signed refusals can be had by anybody and played again: one that stops the node must name its exchange. An
            // older coordinator cannot read the exchange whose version it refuses, and another version does no harm.
            let isBound = problem.code == .unsupportedVersion || problem.answers(request)
            self = .problem(problem, isProven: isSigned && isBound)
        } else {
            self = .noise(.foreign)
        }
    }

    private static func answer(
        _ reply: TransportReply, to request: SyncRequest, from coordinator: VerifyingKey
    ) -> ReplyReading {
        guard reply.header(DetachedJWS.headerField) != nil else {
            return .noise((try? JSON(parsing: reply.body)) == nil ? .foreign : .unsigned)
        }
        guard isSigned(reply, by: coordinator) else { return .noise(.badSignature) }
        guard let answer = try? SyncReply(parsing: reply.body) else { return .noise(.malformed) }
        guard answer.wire == request.wire, answer.exchange == request.exchange,
            answer.nonce.utf8.elementsEqual(request.nonce.utf8)
        else {
            return .noise(.otherExchange)
        }
        let receipts = answer.corrected + (answer.receipt.map { [$0] } ?? [])
        guard receipts.allSatisfy({ $0.verifies(with: coordinator) }) else { return .noise(.badSignature) }
        return .reply(answer)
    }

    static func isSigned(_ reply: TransportReply, by coordinator: VerifyingKey) -> Bool {
        guard let header = reply.header(DetachedJWS.headerField) else { return false }
        let signer = try? DetachedJWS.verify(header: header, payload: reply.body, type: .reply) { name in
            name.utf8.elementsEqual(DetachedJWS.coordinator.utf8) ? coordinator : nil
        }
        return signer != nil
    }
}
