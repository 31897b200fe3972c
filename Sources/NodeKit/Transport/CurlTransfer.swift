import CCurl

/// One request on one easy handle; lives on the transfer thread only.
///
/// The body is handed over by a callback that cannot rewind, not by `POSTFIELDS`: when a kept connection dies before the
/// first byte of a reply, libcurl repeats the request by itself, a POST too, unless it cannot rewind the body. A server
/// could then act twice on what a caller sent once (a one-time code, say). Without a body it may still be repeated.
final class CurlTransfer {
    let ticket: CurlTicket
    let easy: UnsafeMutableRawPointer
    private let request: TransportRequest
    private let maxReplyBytes: Int
    private let tellsCertificate: Bool
    /// libcurl keeps these two until the handle is freed in `deinit`.
    private let errorText: UnsafeMutablePointer<CChar>
    private var headerList: UnsafeMutablePointer<curl_slist>?
    private var bodyOffset = 0
    private var reply: [UInt8] = []
    private var headerBytes = 0
    private var exceededLimit: TransportError?

    /// - Throws: `TransportError` when the request is not valid or libcurl lacks an option.
    init(_ entry: CurlInbox.Entry, configuration: CurlConfiguration) throws(TransportError) {
        guard let easy = curl_easy_init() else {
            throw TransportError(curl: CURLE_OUT_OF_MEMORY, detail: "")
        }
        self.easy = easy
        ticket = entry.ticket
        request = entry.request
        maxReplyBytes = configuration.maxReplyBytes
        tellsCertificate = configuration.tellsCertificate
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        try request.validate()
        try setUp(configuration)
        try setUpRequest()
    }

    /// The handle has been removed from its multi handle before.
    deinit {
        curl_easy_cleanup(easy)
        curl_slist_free_all(headerList)
        errorText.deallocate()
    }

    /// The outcome, read from the handle after libcurl reported the transfer as done.
    func result(_ code: CURLcode) -> Result<TransportReply, TransportError> {
        if let exceededLimit {
            return .failure(exceededLimit)
        }
        // What libcurl reports for a single header line beyond its own limit.
        if code == CURLE_OUT_OF_MEMORY, headerBytes > 0, reply.isEmpty {
            return .failure(Self.tooLarge("header", CurlConfiguration.maxHeaderBytes))
        }
        guard code == CURLE_OK else {
            let proxyStatus = information(CURLINFO_HTTP_CONNECTCODE)
            return .failure(TransportError(curl: code, detail: String(cString: errorText), proxyStatus: proxyStatus))
        }
        var whole = TransportReply(
            status: information(CURLINFO_RESPONSE_CODE), headers: replyHeaders(), body: reply,
            bytesSent: information(CURLINFO_REQUEST_SIZE) + offset(CURLINFO_SIZE_UPLOAD_T),
            bytesReceived: information(CURLINFO_HEADER_SIZE) + offset(CURLINFO_SIZE_DOWNLOAD_T))
        whole.certificate = tellsCertificate ? certificate() : nil
        return .success(whole)
    }

    // MARK: Options

    private func setUp(_ configuration: CurlConfiguration) throws(TransportError) {
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_PROTOCOLS_STR, "https")
        try set(CURLOPT_FOLLOWLOCATION, 0)
        try set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1)
        try set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        // One request at a time on a kept connection costs half as much as over HTTP/2.
        try set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        if let caFile = configuration.caFile {
            try set(CURLOPT_CAINFO, caFile)
            // Without this the system's certificate folder would be trusted beside the file.
            try set(CURLOPT_CAPATH, nil)
        }
        try set(CURLOPT_FORBID_REUSE, configuration.keepsConnections ? 0 : 1)
        try set(CURLOPT_CERTINFO, tellsCertificate ? 1 : 0)
        try set(CURLOPT_CONNECTTIMEOUT_MS, configuration.connectTimeout.curlMilliseconds)
        try set(CURLOPT_LOW_SPEED_LIMIT, CurlConfiguration.slowestBytesPerSecond)
        try set(CURLOPT_LOW_SPEED_TIME, configuration.stallTimeout.curlSeconds)
        if let totalTimeout = configuration.totalTimeout {
            try set(CURLOPT_TIMEOUT_MS, totalTimeout.curlMilliseconds)
        }
        // A transfer dropped while its name is looked up would otherwise hold the thread until the lookup ends.
        try set(CURLOPT_QUICK_EXIT, 1)
        try set(CURLOPT_USERAGENT, configuration.userAgent)
        // Empty: everything that this libcurl can decompress.
        try set(CURLOPT_ACCEPT_ENCODING, "")
        // Refuses early what declares itself too large; the write callback counts what really comes.
        try check(ccurl_set_offset(easy, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(max(1, maxReplyBytes))))
    }

    private func setUpRequest() throws(TransportError) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        try check(ccurl_set_pointer(easy, CURLOPT_ERRORBUFFER, errorText))
        try set(CURLOPT_URL, request.url)
        try check(ccurl_set_pointer(easy, CURLOPT_WRITEDATA, context))
        try check(ccurl_set_callback(easy, CURLOPT_WRITEFUNCTION, Self.receiveBody))
        try check(ccurl_set_pointer(easy, CURLOPT_HEADERDATA, context))
        try check(ccurl_set_callback(easy, CURLOPT_HEADERFUNCTION, Self.receiveHeader))
        switch request.method {
        case .get:
            try set(CURLOPT_HTTPGET, 1)
        case .post:
            try set(CURLOPT_POST, 1)
            try check(ccurl_set_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.count)))
            try check(ccurl_set_pointer(easy, CURLOPT_READDATA, context))
            try check(ccurl_set_callback(easy, CURLOPT_READFUNCTION, Self.sendBody))
        }
        for header in request.headers {
            // libcurl reads "name:" as "leave this field out" and "name;" as an empty field.
            try addHeader(header.value.isEmpty ? "\(header.name);" : "\(header.name): \(header.value)")
        }
        // Two fields that libcurl would add to a POST: a wait of up to a second, and a type that is not ours.
        try addHeader("Expect:")
        if !request.hasHeader("content-type") {
            try addHeader("Content-Type:")
        }
        try check(ccurl_set_list(easy, CURLOPT_HTTPHEADER, headerList))
    }

    private func addHeader(_ line: String) throws(TransportError) {
        guard let longer = curl_slist_append(headerList, line) else {
            throw TransportError(curl: CURLE_OUT_OF_MEMORY, detail: "")
        }
        headerList = longer
    }

    private func set(_ option: CURLoption, _ value: Int) throws(TransportError) {
        try check(ccurl_set_long(easy, option, value))
    }

    private func set(_ option: CURLoption, _ value: String?) throws(TransportError) {
        try check(ccurl_set_string(easy, option, value))
    }

    private func check(_ code: CURLcode) throws(TransportError) {
        guard code == CURLE_OK else { throw TransportError(curl: code, detail: "") }
    }

    // MARK: Callbacks, called by libcurl from within the transfer thread's `curl_multi_perform`

    private static let receiveBody: ccurl_bytes_callback = { bytes, size, count, context in
        guard let bytes, let context else { return 0 }
        return Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
            .appendBody(UnsafeRawBufferPointer(start: bytes, count: size * count))
    }

    private static let receiveHeader: ccurl_bytes_callback = { _, size, count, context in
        guard let context else { return 0 }
        return Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue().countHeader(size * count)
    }

    private static let sendBody: ccurl_bytes_callback = { bytes, size, count, context in
        guard let bytes, let context else { return Int(CURL_READFUNC_ABORT) }
        return Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
            .fill(UnsafeMutableRawBufferPointer(start: bytes, count: size * count))
    }

    /// Taking less than was given stops the transfer.
    private func appendBody(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard bytes.count <= maxReplyBytes - reply.count else {
            exceededLimit = Self.tooLarge("body", maxReplyBytes)
            return 0
        }
        reply.append(contentsOf: bytes)
        return bytes.count
    }

    private func countHeader(_ count: Int) -> Int {
        guard count <= CurlConfiguration.maxHeaderBytes - headerBytes else {
            exceededLimit = Self.tooLarge("header", CurlConfiguration.maxHeaderBytes)
            return 0
        }
        headerBytes += count
        return count
    }

    private func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        let part = request.body[bodyOffset...].prefix(buffer.count)
        buffer.copyBytes(from: part)
        bodyOffset += part.count
        return part.count
    }

    private static func tooLarge(_ part: String, _ limit: Int) -> TransportError {
        TransportError(
            code: .tooLarge, message: "The \(part) of the reply is longer than \(limit) bytes.",
            advice: "Ask for smaller pages, or find out what answers at this address.")
    }

    // MARK: What came

    private func replyHeaders() -> [(name: String, value: String)] {
        var headers: [(name: String, value: String)] = []
        var previous: UnsafeMutablePointer<curl_header>?
        // -1: those of the last reply, without interim ones.
        while let header = curl_easy_nextheader(easy, UInt32(CURLH_HEADER), -1, previous) {
            headers.append((String(cString: header.pointee.name).lowercased(), String(cString: header.pointee.value)))
            previous = header
        }
        return headers
    }

    private func certificate() -> ServerCertificate? {
        var chain: UnsafeMutablePointer<curl_certinfo>?
        guard ccurl_get_certinfo(easy, &chain) == CURLE_OK, let chain, chain.pointee.num_of_certs > 0 else {
            return nil
        }
        var lines: [String] = []
        // The first one is the server's own.
        var next = chain.pointee.certinfo?[0]
        while let line = next {
            lines.append(line.pointee.data.map { String(cString: $0) } ?? "")
            next = line.pointee.next
        }
        return ServerCertificate(lines: lines)
    }

    private func information(_ info: CURLINFO) -> Int {
        var value = 0
        return ccurl_get_long(easy, info, &value) == CURLE_OK ? value : 0
    }

    private func offset(_ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        return ccurl_get_offset(easy, info, &value) == CURLE_OK ? Int(value) : 0
    }
}
