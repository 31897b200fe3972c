import CCurl
import Synchronization

/// What the callers and the transfer thread share: requests that have not started, and the handle to wake the thread.
final class CurlInbox: Sendable {
    struct Entry: Sendable {
        var request: TransportRequest
        var ticket: CurlTicket
    }

    /// `@unchecked`: libcurl lets any thread call `curl_multi_wakeup`; all else is done by the transfer thread alone.
    /// The pointer is used for waking only under the inbox's lock, and is taken out before the handle is freed.
    struct Multi: @unchecked Sendable {
        var pointer: UnsafeMutableRawPointer
    }

    private struct State {
        var entries: [Entry] = []
        var isClosed = false
        /// nil once the thread is about to free it.
        var multi: Multi?
    }

    private let state: Mutex<State>

    init(multi: Multi) {
        state = Mutex(State(multi: multi))
    }

    /// Queues the request and wakes the thread; settles it as closed after `close`.
    func add(_ entry: Entry) {
        let isOpen = state.withLock { state in
            guard !state.isClosed else { return false }
            state.entries.append(entry)
            Self.wake(state)
            return true
        }
        if !isOpen {
            entry.ticket.settle(.failure(.closed))
        }
    }

    func wake() {
        state.withLock { Self.wake($0) }
    }

    func close() {
        state.withLock { state in
            state.isClosed = true
            Self.wake(state)
        }
    }

    /// Takes at most `limit` entries, oldest first, without those whose caller has gone.
    /// - Returns: nil when closed.
    func take(atMost limit: Int) -> [Entry]? {
        state.withLock { state in
            guard !state.isClosed else { return nil }
            state.entries.removeAll { $0.ticket.isSettled }
            let taken = Array(state.entries.prefix(limit))
            state.entries.removeFirst(taken.count)
            return taken
        }
    }

    /// The thread's last look: afterwards nothing is queued and the multi handle is nobody else's.
    func retire() -> [Entry] {
        state.withLock { state in
            state.isClosed = true
            state.multi = nil
            defer { state.entries = [] }
            return state.entries
        }
    }

    private static func wake(_ state: State) {
        if let multi = state.multi {
            curl_multi_wakeup(multi.pointer)
        }
    }
}
