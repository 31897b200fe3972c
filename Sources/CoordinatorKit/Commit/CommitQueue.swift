import Dispatch
import Synchronization

/// Concurrent requests share a commit: whoever comes while one runs waits for the next, which takes them all.
///
/// One transaction runs at a time, on a thread of its own, because SQLite blocks. An answer is given when its transaction
/// is durable, never before.
public final class CommitQueue: Sendable {
    /// Why a request got no answer, though it did nothing wrong.
    public enum Refusal: Error, Equatable, Sendable {
        /// ``CommitLimits/waitingRequests`` wait already.
        case full
    }

    private struct Waiting: Sendable {
        /// Runs the request and remembers its answer. Throws only what undoes the whole group.
        let run: @Sendable (inout CommitGroup) throws -> Void
        /// Gives the answer; nil when the group is durable, else why it is not.
        let finish: @Sendable ((any Error)?) -> Void
    }

    private struct State {
        var waiting: [Waiting] = []
        var isDraining = false
    }

    private let committer: Committer
    private let limits: CommitLimits
    private let thread = DispatchQueue(label: "mutasi.commit")
    private let state = Mutex(State())

    init(_ committer: Committer, limits: CommitLimits) {
        self.committer = committer
        self.limits = limits
    }

    /// Requests that wait for the next group.
    var waitingCount: Int {
        state.withLock { $0.waiting.count }
    }

    /// Runs the body in the next group. On return everything it wrote is durable.
    ///
    /// The limit of those that wait does not hold for one that `isAdmitted`: a step of a request that had its place before.
    ///
    /// Throws what the body throws, and then nothing of this request was written; ``Halt`` and ``Recovering``; ``Refusal``;
    /// or the ``StoreFailure`` that undid the whole group, though this request may not have caused it.
    func commit<Answer: Sendable>(
        whileRecovering: Bool = false, isAdmitted: Bool = false,
        _ body: @escaping @Sendable (inout CommitGroup) throws -> Answer
    ) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            let answer = Mutex<Result<Answer, any Error>?>(nil)
            let arrived = ContinuousClock.now
            let waiting = Waiting(
                run: { [figures = committer.figures] group in
                    figures.add { $0.waiting += ContinuousClock.now - arrived }
                    let result = try group.answer(whileRecovering: whileRecovering, body)
                    answer.withLock { $0 = result }
                },
                finish: { failure in
                    let result = failure.map(Result.failure) ?? answer.withLock { $0 }
                    continuation.resume(
                        with: result ?? .failure(StoreFailure(.io, "the request was not part of its group")))
                })
            guard enqueue(waiting, isAdmitted: isAdmitted) else {
                continuation.resume(throwing: Refusal.full)
                return
            }
        }
    }

    private func enqueue(_ waiting: Waiting, isAdmitted: Bool) -> Bool {
        let (isTaken, mustStart) = state.withLock { state in
            guard isAdmitted || state.waiting.count < limits.waitingRequests else { return (false, false) }
            state.waiting.append(waiting)
            defer { state.isDraining = true }
            return (true, !state.isDraining)
        }
        if mustStart {
            thread.async { self.drain() }
        }
        return isTaken
    }

    private func drain() {
        while let group = next() {
            let failure = decide(group)
            for waiting in group {
                waiting.finish(failure)
            }
        }
    }

    private func next() -> [Waiting]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isDraining = false
                return nil
            }
            let group = Array(state.waiting.prefix(limits.requestsInGroup))
            state.waiting.removeFirst(group.count)
            return group
        }
    }

    private func decide(_ waiting: [Waiting]) -> (any Error)? {
        do {
            try committer.commit(waiting.map(\.run))
            return nil
        } catch {
            return error
        }
    }

    /// Waits until everything up to this position is in the mirror. Throws as ``commit(whileRecovering:_:)``.
    ///
    /// What was read in a snapshot may be from a group that is not answered yet.
    func mirrored(through position: Int) async throws {
        guard let mirror = committer.mirror, mirror.position < position else { return }
        try await commit(whileRecovering: true, isAdmitted: true) { _ in }
    }
}
