import CCurl
import Foundation

/// HTTPS by libcurl: connections are kept and used again by every request of one transport.
///
/// TLS 1.2 or later, always verified; a proxy comes from the environment (`https_proxy`, `no_proxy`). Redirects are
/// returned, not followed. No request with a body is sent twice; one without may be, by libcurl, when a kept connection
/// dies before the first byte of the reply. At most `CurlLoop.maxTransfers` requests run, the rest wait in order.
///
/// The multi interface on a thread of its own, rather than `curl_easy_perform` on a borrowed one: a blocking transfer
/// notices a cancellation only about once a second, and would hold a thread of the concurrency pool.
public final class CurlTransport: Transport {
    private let inbox: CurlInbox
    private let thread: JoinableThread

    /// Starts the transfer thread. Makes the process ignore SIGPIPE, which a server that closes early would raise.
    /// - Throws: `TransportError` when the CA file cannot be read (`.tls`) or libcurl cannot start (`.failed`).
    public init(configuration: CurlConfiguration = CurlConfiguration()) throws {
        guard Self.libraryResult == CURLE_OK else {
            throw TransportError(curl: Self.libraryResult, detail: "")
        }
        if let caFile = configuration.caFile, !FileManager.default.isReadableFile(atPath: caFile) {
            throw TransportError(
                code: .tls, message: "The CA file \(caFile) cannot be read.",
                advice: "Check its path and permissions.")
        }
        guard let pointer = curl_multi_init() else {
            throw TransportError(curl: CURLE_OUT_OF_MEMORY, detail: "")
        }
        ccurl_multi_set_long(pointer, CURLMOPT_MAXCONNECTS, CurlLoop.maxTransfers)
        let multi = CurlInbox.Multi(pointer: pointer)
        let inbox = CurlInbox(multi: multi)
        self.inbox = inbox
        do {
            thread = try JoinableThread {
                var loop = CurlLoop(inbox: inbox, multi: multi, configuration: configuration)
                loop.run()
            }
        } catch {
            curl_multi_cleanup(pointer)
            throw TransportError(
                code: .failed, message: "No thread could be started: \(String(cString: strerror(error.number))).",
                advice: "End other programs on this machine, then try again.")
        }
    }

    deinit {
        close()
    }

    public func send(_ request: TransportRequest) async throws -> TransportReply {
        let ticket = CurlTicket()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                if ticket.wait(with: continuation) {
                    inbox.add(CurlInbox.Entry(request: request, ticket: ticket))
                }
            }
        } onCancel: {
            ticket.settle(.failure(.taskCancelled))
            inbox.wake()
        }
    }

    /// Ends the transfers under way as `.cancelled`, closes the connections and waits for the thread to end.
    ///
    /// The wait is short, since the thread never blocks. May be called again. Call it before the process exits: a thread that
    /// still has something of TLS while the C library runs its exit handlers may crash.
    public func close() {
        inbox.close()
        thread.join()
    }

    /// Once a process, before the first handle.
    private static let libraryResult: CURLcode = {
        // NOSIGNAL keeps libcurl from touching signal handlers, so it does not ignore SIGPIPE around TLS writes either.
        signal(SIGPIPE, SIG_IGN)
        return curl_global_init(Int(CURL_GLOBAL_DEFAULT))
    }()
}
