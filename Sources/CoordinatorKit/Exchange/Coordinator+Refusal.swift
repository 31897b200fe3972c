import Logging
import Negotiation
import StrictJSON
import SyncProtocol

/// The one place where errors become answers.
extension Coordinator {
    /// The signed answer for an error. `answering` binds it to the request, once there is one that the node signed: a node
    /// believes a refusal only with its own exchange number and nonce in it.
    func refusal(_ error: any Error, answering request: SyncRequest? = nil) -> HTTPAnswer {
        var problem = problem(for: error)
        if let request {
            problem.members += [("exchange", .integer(request.exchange)), ("nonce", .string(request.nonce))]
        }
        var answer = HTTPAnswer.problem(problem)
        answer.headers.append(signature(of: answer.body))
        if problem.status == 503 {
            answer.headers.append(HTTPAnswer.Header("Retry-After", String(settings.commit.retryAfterSeconds)))
        }
        return answer
    }

    private func problem(for error: any Error) -> Problem {
        switch error {
        case let problem as Problem:
            return problem
        case let error as ProtocolError:
            let supported: [(String, JSONValue)] = error.code == .unsupportedVersion ? [("supported", .array([1]))] : []
            return Problem(error.code, detail: "\(error.message) \(error.path)", members: supported)
        case let error as JSONError:
            return Problem(.badRequest, detail: "\(error.code.rawValue) at byte \(error.offset)")
        case let error as BodyError:
            return Problem(.badRequest, detail: "\(error.code) at \(error.path)")
        case is CommitQueue.Refusal:
            return Problem(.busy, detail: "\(settings.commit.waitingRequests) requests wait already")
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
