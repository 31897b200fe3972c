import Glibc
import Synchronization

/// A stream that people or programs read, such as standard output, written with write(2) and buffered here.
///
/// Whoever reads may stop reading: after that (`EPIPE`) everything further is dropped and ``isBroken`` is true; the
/// program must ignore `SIGPIPE`. What was written is with the system once ``flush()`` returns.
public final class Output: Sendable {
    private struct State {
        var buffer: [UInt8] = []
        var isBroken = false
    }

    /// A full buffer is written at once.
    private static let bufferBytes = 32 * 1024

    private let descriptor: Int32
    private let state = Mutex(State())

    /// Standard output.
    public static let standard = Output(descriptor: STDOUT_FILENO)
    /// Standard error.
    public static let errors = Output(descriptor: STDERR_FILENO)

    /// Writes to an open descriptor, which the caller keeps and closes.
    public init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Whether the reader has gone or the descriptor failed.
    public var isBroken: Bool { state.withLock { $0.isBroken } }

    /// A terminal has its width and bold headings (unless `NO_COLOR` is set); anything else is plain.
    public var medium: Medium {
        var size = winsize()
        guard isatty(descriptor) == 1, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return .plain
        }
        return Medium(width: Int(size.ws_col), isStyled: getenv("NO_COLOR") == nil)
    }

    public func write(_ text: String) {
        write(Array(text.utf8))
    }

    public func write(_ bytes: [UInt8]) {
        state.withLock { state in
            state.buffer += bytes
            if state.buffer.count >= Self.bufferBytes {
                drain(&state)
            }
        }
    }

    public func line(_ text: String = "") {
        write(text + "\n")
    }

    /// Lays the page out for this stream.
    public func show(_ page: Page) {
        write(page.text(for: medium))
    }

    public func flush() {
        state.withLock { drain(&$0) }
    }

    private func drain(_ state: inout State) {
        var rest = state.buffer[...]
        while !rest.isEmpty, !state.isBroken {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&ready, 1, -1)
            } else if errno != EINTR {
                state.isBroken = true
            }
        }
        state.buffer.removeAll(keepingCapacity: true)
    }
}
