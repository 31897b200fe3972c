import CCurl

/// The transfer thread: owns the multi handle, and with it the kept connections, until the inbox is closed.
///
/// It sleeps in `curl_multi_poll`, which also returns when the inbox wakes it: for a new request, a cancellation or the
/// end. Nothing in the loop blocks, so none of the three waits for another transfer.
struct CurlLoop {
    /// A node speaks to one coordinator, mostly one request at a time; further requests wait in the inbox.
    static let maxTransfers = 8
    /// Only a bound: libcurl's timers and the inbox end the sleep earlier.
    private static let longestSleepMilliseconds: Int32 = 60_000

    private let inbox: CurlInbox
    private let multi: UnsafeMutableRawPointer
    private let configuration: CurlConfiguration
    private var transfers: [CurlTransfer] = []

    init(inbox: CurlInbox, multi: CurlInbox.Multi, configuration: CurlConfiguration) {
        self.inbox = inbox
        self.multi = multi.pointer
        self.configuration = configuration
    }

    /// Runs until the inbox is closed or libcurl fails; then settles whatever is left and frees the multi handle.
    mutating func run() {
        var failure = CURLM_OK
        while failure == CURLM_OK {
            dropAbandoned()
            guard let entries = inbox.take(atMost: Self.maxTransfers - transfers.count) else { break }
            entries.forEach { start($0) }
            var running: Int32 = 0
            failure = curl_multi_perform(multi, &running)
            // A finished transfer frees a place: look into the inbox again before sleeping.
            if failure == CURLM_OK, !finishDone() {
                failure = curl_multi_poll(multi, nil, 0, Self.longestSleepMilliseconds, nil)
            }
        }
        end(failure)
    }

    private mutating func start(_ entry: CurlInbox.Entry) {
        do {
            let transfer = try CurlTransfer(entry, configuration: configuration)
            let added = curl_multi_add_handle(multi, transfer.easy)
            guard added == CURLM_OK else {
                entry.ticket.settle(.failure(Self.error(added)))
                return
            }
            transfers.append(transfer)
        } catch {
            entry.ticket.settle(.failure(error))
        }
    }

    /// Removing a handle in mid-transfer closes its connection.
    private mutating func dropAbandoned() {
        for transfer in transfers where transfer.ticket.isSettled {
            curl_multi_remove_handle(multi, transfer.easy)
        }
        transfers.removeAll { $0.ticket.isSettled }
    }

    private mutating func finishDone() -> Bool {
        var finished = false
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else { continue }
            // Removing the handle frees the message.
            let code = message.pointee.data.result
            guard let index = transfers.firstIndex(where: { $0.easy == easy }) else { continue }
            let transfer = transfers.remove(at: index)
            let result = transfer.result(code)
            curl_multi_remove_handle(multi, easy)
            transfer.ticket.settle(result)
            finished = true
        }
        return finished
    }

    private mutating func end(_ failure: CURLMcode) {
        let error = failure == CURLM_OK ? TransportError.closed : Self.error(failure)
        for entry in inbox.retire() {
            entry.ticket.settle(.failure(error))
        }
        for transfer in transfers {
            curl_multi_remove_handle(multi, transfer.easy)
            transfer.ticket.settle(.failure(error))
        }
        transfers = []
        curl_multi_cleanup(multi)
    }

    private static func error(_ code: CURLMcode) -> TransportError {
        TransportError(
            code: .failed, message: "\(String(cString: curl_multi_strerror(code))) (curl multi \(code.rawValue))",
            advice: "Try later; if it stays, report the message.")
    }
}
