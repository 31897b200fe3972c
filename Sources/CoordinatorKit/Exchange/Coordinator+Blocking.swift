import StrictJSON
import SyncProtocol

/// The coordinator without threads or waiting, for a caller that gathers its groups by itself: a simulation.
///
/// The steps are those of the serving calls (``sync(body:signature:)``, ``join(body:)``, ``proposeDay()``): admission, the
/// transaction, the reply. Only who runs them differs.
extension Coordinator {
    /// What one client asks.
    package enum Call: Sendable {
        case sync(body: [UInt8], signature: String?)
        case join(body: [UInt8])
    }

    /// An answer, and what has to be accounted for before it goes out.
    private typealias Ready = (answer: HTTPAnswer, delivery: Delivery?)

    /// A call on its way: answered already, or what its transaction does.
    private enum Step {
        case answered(HTTPAnswer)
        /// The transaction's part gives what builds the reply once it is durable; the request binds a refusal to its node.
        case admitted(SyncRequest?, (inout CommitGroup) throws -> () throws -> Ready)
    }

    /// Answers calls that came at the same moment, decided in one commit in their order. Blocks.
    package func answer(_ calls: [Call]) -> [HTTPAnswer] {
        let moment = clock()
        let steps = calls.map { step(for: $0, at: moment) }
        var settled = [Result<() throws -> Ready, any Error>?](repeating: nil, count: calls.count)
        do {
            let parts = steps.indices.compactMap { index -> ((inout CommitGroup) throws -> Void)? in
                guard case .admitted(_, let settle) = steps[index] else { return nil }
                return { group in settled[index] = try group.answer(settle) }
            }
            if !parts.isEmpty {
                try committer.commit(parts)
            }
        } catch {
            settled = settled.map { _ in .failure(error) }
        }
        let ready = zip(steps, settled).map { step, settled in
            switch step {
            case .answered(let answer): Result<Ready, any Error>.success((answer, nil))
            case .admitted:
                Result {
                    guard let settled else { throw StoreFailure(.io, "the call was not part of its group") }
                    return try settled.get()()
                }
            }
        }
        return zip(steps, accounted(ready)).map { step, ready in
            do {
                return try ready.get().answer
            } catch {
                guard case .admitted(let request, _) = step else { return refusal(error) }
                return refusal(error, answering: request)
            }
        }
    }

    /// Keeps what these answers give away, in one commit; those for which that fails do not go out.
    private func accounted(_ ready: [Result<Ready, any Error>]) -> [Result<Ready, any Error>] {
        var kept = ready
        let parts = ready.indices.compactMap { index -> ((inout CommitGroup) throws -> Void)? in
            guard case .success((_, let delivery?)) = ready[index] else { return nil }
            return { group in
                let part = try group.answer(whileRecovering: true) { try $0.transaction.add(delivery) }
                if case .failure(let error) = part { kept[index] = .failure(error) }
            }
        }
        guard !parts.isEmpty else { return ready }
        do {
            try committer.commit(parts)
            return kept
        } catch {
            return ready.map { result in
                guard case .success((_, .some)) = result else { return result }
                return .failure(error)
            }
        }
    }

    /// Lets the day come, as ``proposeDay()`` does. Blocks. Throws ``StoreFailure``.
    @discardableResult
    package func proposeDayBlocking() throws -> DayProposal {
        let proposal = try proposal(after: store.read { try $0.head() })
        guard case .advance(let day) = proposal else { return proposal }
        let author = ownAuthor()
        try commitAlone { group in self.report(try group.advanceUnlessCome(to: day, by: author)) }
        return proposal
    }

    /// Journals that the coordinator begins to serve, as ``boot(_:)`` does. Blocks. Throws ``StoreFailure``.
    package func bootBlocking() throws {
        let author = ownAuthor()
        let boot = Base64URL.encode(Sodium.randomBytes(16))
        try commitAlone(whileRecovering: true) { group in
            try group.decideAboutRegion("coordinator.boot", .object([("boot", .string(boot))]), by: author)
        }
    }

    /// A refusal, such as that of a halted coordinator, leaves nothing to do.
    private func commitAlone(whileRecovering: Bool = false, _ body: @escaping (inout CommitGroup) throws -> Void) throws
    {
        try committer.commit([{ group in _ = try group.answer(whileRecovering: whileRecovering, body) }])
    }

    private func step(for call: Call, at moment: Moment) -> Step {
        do {
            switch call {
            case .sync(let body, let signature):
                let admitted = try admit(body, signature)
                return .admitted(admitted.request) { group in
                    let settlement = try self.settle(admitted, in: &group, at: moment)
                    return {
                        let reply = try self.reply(to: admitted.request, settlement, at: moment)
                        return (reply.answer, reply.delivery)
                    }
                }
            case .join(let body):
                let request = try admitJoin(body)
                return .admitted(nil) { group in
                    let answer = try self.settle(request, in: &group, at: moment)
                    return { (answer, nil) }
                }
            }
        } catch let refused as RefusedRequest {
            return .answered(refusal(refused.reason, answering: refused.request))
        } catch {
            return .answered(refusal(error))
        }
    }
}
