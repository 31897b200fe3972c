import Glibc
import Synchronization

/// A thread that can be waited for until nothing of it is left.
///
/// Foundation's tells no more than that its body has ended. What libraries keep for each thread is freed after that, and while the
/// process exits its exit handlers free the same: OpenSSL's crashed so.
final class JoinableThread: Sendable {
    /// Nil once it was joined.
    private let handle: Mutex<pthread_t?>

    private final class Start: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }

    /// Starts the thread. Throws the system's error number as a ``Failure``.
    init(_ body: @escaping @Sendable () -> Void) throws(Failure) {
        let start = Unmanaged.passRetained(Start(body))
        var thread = pthread_t()
        let result = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<Start>.fromOpaque(context).takeRetainedValue().body()
                return nil
            }, start.toOpaque())
        guard result == 0 else {
            start.release()
            throw Failure(number: result)
        }
        handle = Mutex(thread)
    }

    /// Waits until the thread is gone. May be called again, and by several at once, but not by the thread itself.
    func join() {
        handle.withLock { handle in
            guard let thread = handle else { return }
            pthread_join(thread, nil)
            handle = nil
        }
    }

    /// Why the system started no thread.
    struct Failure: Error {
        /// As in `errno`.
        var number: Int32
    }
}
