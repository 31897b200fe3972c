import CCurl

/// The one place where libcurl's result codes become ours.
extension TransportError {
    /// - Parameters:
    ///   - detail: libcurl's text for this transfer; empty when it gave none.
    ///   - proxyStatus: what a proxy answered to CONNECT; 0 without a proxy.
    init(curl result: CURLcode, detail: String, proxyStatus: Int = 0) {
        let refusedByProxy = proxyStatus != 0 && !(200..<300).contains(proxyStatus)
        let code = refusedByProxy ? .proxy : Self.code(for: result)
        let text = detail.isEmpty ? String(cString: curl_easy_strerror(result)) : detail
        self.init(code: code, message: "\(text) (curl \(result.rawValue))", advice: Self.advice(for: code))
    }

    private static func code(for result: CURLcode) -> Code {
        switch result {
        // Not `CURLE_UNSUPPORTED_PROTOCOL`: every address is https by then, so it means an answer that is not HTTP.
        case CURLE_URL_MALFORMAT, CURLE_LOGIN_DENIED: .badURL
        case CURLE_COULDNT_RESOLVE_HOST: .dns
        case CURLE_COULDNT_CONNECT: .unreachable
        case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: .proxy
        case CURLE_OPERATION_TIMEDOUT: .timeout
        case CURLE_FILESIZE_EXCEEDED: .tooLarge
        // A send that cannot be rewound is the repeat of a request that libcurl would have made by itself.
        case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_SEND_FAIL_REWIND:
            .interrupted
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CRL_BADFILE, CURLE_SSL_SHUTDOWN_FAILED,
            CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_ENGINE_SETFAILED, CURLE_SSL_ENGINE_INITFAILED,
            CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_USE_SSL_FAILED:
            .tls
        default: .failed
        }
    }

    private static func advice(for code: Code) -> String {
        switch code {
        case .unreachable: "Check that the coordinator runs and that a firewall lets this machine through; try later."
        case .dns: "Check the coordinator's name and this machine's name service; try later."
        case .tls: "Check the coordinator's certificate, the CA file and this machine's clock; do not go round it."
        case .timeout: "Try later; the line or the coordinator is slow."
        case .tooLarge: "Ask for smaller pages, or find out what answers at this address."
        case .interrupted: "Send the same request again; it may have been carried out."
        case .cancelled: taskCancelled.advice
        case .badURL: "Give the coordinator's address as https://host:port, without user name or password."
        case .proxy: "Check the proxy in https_proxy and no_proxy."
        case .failed: "Try later; if it stays, report the message."
        }
    }
}
