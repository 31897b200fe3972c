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

    /// A call on its way: answered already, or what its transaction does.
    private enum Step {
        case answered(HTTPAnswer)
        /// The transaction's part gives what builds the reply once it is durable; the request binds a refusal to its node.
        case admitted(SyncRequest?, (inout CommitGroup) throws -> () throws -> HTTPAnswer)
    }

    /// Answers calls that came at the same moment, decided in one commit in their order. Blocks.
    package func answer(_ calls: [Call]) -> [HTTPAnswer] {
        let moment = clock()
        let steps = calls.map { step(for: $0, at: moment) }
        var settled = [Result<() throws -> HTTPAnswer, any Error>?](repeating: nil, count: calls.count)
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
        return zip(steps, settled).map { step, settled in
            switch step {
            case .answered(let answer): return answer
            case .admitted(let request, _):
                do {
                    guard let settled else { throw StoreFailure(.io, "the call was not part of its group") }
                    return try settled.get()()
                } catch {
                    return refusal(error, answering: request)
                }
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
                    return { try self.reply(to: admitted.request, settlement).answer }
                }
            case .join(let body):
                let request = try admitJoin(body)
                return .admitted(nil) { group in
                    let answer = try self.settle(request, in: &group, at: moment)
                    return { answer }
                }
            }
        } catch let refused as RefusedRequest {
            return .answered(refusal(refused.reason, answering: refused.request))
        } catch {
            return .answered(refusal(error))
        }
    }
}
