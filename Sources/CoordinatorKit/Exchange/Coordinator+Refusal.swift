import Logging
import Negotiation
import StrictJSON
import SyncProtocol

/// The one place where errors become answers.
extension Coordinator {
    /// The signed answer for an error. `answering` binds it to the request, once there is one that the node signed: a node
    /// acts on a refusal only when it names its exchange and nonce.
    func refusal(_ error: any Error, answering request: SyncRequest? = nil) -> HTTPAnswer {
        if error is Recovering, let request, let told = recoveryRefusal(of: request) { return told }
        let problem = problem(for: error)
        var answer = HTTPAnswer.problem(request.map(problem.answering) ?? problem)
        answer.headers.append(signature(of: answer.body))
        if problem.code.isTransient {
            answer.headers.append(HTTPAnswer.Header("Retry-After", String(settings.commit.retryAfterSeconds)))
        }
        return answer
    }

    /// What a recovering coordinator tells a node: what to hand in, and when to come again. Nil when the store fails.
    private func recoveryRefusal(of request: SyncRequest) -> HTTPAnswer? {
        let read = try? store.read { snapshot in
            (try recoveryNotice(for: request, in: snapshot), try snapshot.nodes().count)
        }
        guard let (told, nodes) = read, let notice = told else { return nil }
        let problem = Problem(.recovering, detail: "nothing is decided yet", members: notice.members)
        let seconds = RecoveryLimits.returnSeconds(request.node, epoch: notice.epoch, nodes: nodes)
        var answer = HTTPAnswer.problem(
            problem.answering(request), headers: [HTTPAnswer.Header("Retry-After", String(seconds))])
        answer.headers.append(signature(of: answer.body))
        return answer
    }

    private func problem(for error: any Error) -> Problem {
        switch error {
        case let problem as Problem:
            return problem
        case let error as ProtocolError:
            return error.problem
        case is CommitQueue.Refusal:
            return Problem(.busy, detail: "\(settings.commit.waitingRequests) requests wait already")
        case let foreign as ForeignHead:
            log.critical(
                "a checkpoint under this coordinator's signature is not of this journal: the database was put back",
                metadata: ["shown": "\(foreign.head.epoch)/\(foreign.head.position)"])
            // Who showed it may be another than who was answered so, and keeps the two as what they prove.
            return Problem(.foreignHead, detail: "this journal is not the one that was answered from before")
        case let halt as Halt:
            return Problem(.unavailable, detail: "halted until it is restored: \(halt.reason)")
        case let claim as LaterHead:
            log.critical(
                "a node has seen a later journal head: this database is older than what was answered from it",
                metadata: [
                    "node": "\(claim.node.node)", "seen": "\(claim.seen.epoch)/\(claim.seen.position)",
                    "head": "\(claim.head.position)",
                ])
            return claim.problem
        case is Recovering:
            return Problem(.recovering, detail: "nothing is decided yet")
        case let failure as StoreFailure:
            // Already logged where it undid its group; reads are logged here.
            log.error(
                "the store failed", metadata: ["code": "\(failure.code.rawValue)", "error": "\(failure.message)"])
            return Problem(.unavailable, detail: "the store failed; nothing was decided")
        default:
            let incident = Hex.encode(Sodium.randomBytes(8))
            log.error("a request failed", metadata: ["incident": "\(incident)", "error": "\(type(of: error))"])
            return Problem(.internal, detail: "incident \(incident)")
        }
    }
}
