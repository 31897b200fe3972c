import Synchronization

/// The caller's half of one transfer: whoever comes first, reply, failure or cancellation, resumes the caller, once.
///
/// Cancelling answers the caller without waiting for the transfer thread, which drops the transfer when it sees
/// `isSettled`.
final class CurlTicket: Sendable {
    private enum State {
        case new
        case waiting(CheckedContinuation<TransportReply, any Error>)
        case settled
    }

    private let state = Mutex(State.new)

    var isSettled: Bool {
        state.withLock { state in
            if case .settled = state { true } else { false }
        }
    }

    /// Takes the continuation, or answers it at once if the task was cancelled before it came here.
    /// - Returns: whether there is anything left to do.
    func wait(with continuation: CheckedContinuation<TransportReply, any Error>) -> Bool {
        let waits = state.withLock { state in
            guard case .new = state else { return false }
            state = .waiting(continuation)
            return true
        }
        if !waits {
            continuation.resume(throwing: TransportError.taskCancelled)
        }
        return waits
    }

    func settle(_ result: Result<TransportReply, TransportError>) {
        let continuation = state.withLock { state -> CheckedContinuation<TransportReply, any Error>? in
            defer { state = .settled }
            guard case .waiting(let continuation) = state else { return nil }
            return continuation
        }
        continuation?.resume(with: result.mapError { $0 as any Error })
    }
}
