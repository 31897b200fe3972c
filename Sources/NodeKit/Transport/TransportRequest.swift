/// What is sent: a method, an absolute `https` address, header fields in order, and a body.
public struct TransportRequest: Sendable {
    public enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
    }

    public var method: Method
    /// Absolute, `https`, without user name or password.
    public var url: String
    /// Field names are tokens and values hold no control characters (RFC 9110 §5). The fields that frame a message
    /// (`Content-Length`, `Transfer-Encoding`, `Connection`, `Host` …) belong to the transport and are refused.
    public var headers: [(name: String, value: String)]
    /// Empty for `.get`.
    public var body: [UInt8]

    public init(
        method: Method = .get, url: String, headers: [(name: String, value: String)] = [], body: [UInt8] = []
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }
}

extension TransportRequest {
    /// The fields that the transport writes itself; a second, different one would let a request be read in two ways.
    static let reservedFields = [
        "accept-encoding", "connection", "content-length", "expect", "host", "te", "trailer", "transfer-encoding",
        "upgrade",
    ]

    /// Refuses what libcurl would cut short, send as something else, or pass on unseen.
    /// - Throws: `TransportError` with `.badURL` or `.failed`.
    func validate() throws(TransportError) {
        guard url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), url.lowercased().hasPrefix("https://") else {
            throw TransportError(
                code: .badURL, message: "The address is not an https address.",
                advice: "Give the coordinator's address as https://host:port.")
        }
        guard method == .post || body.isEmpty else {
            throw TransportError(
                code: .failed, message: "A GET request carries no body.", advice: "Send it as POST.")
        }
        for header in headers {
            let name = header.name.lowercased()
            guard !name.isEmpty, name.utf8.allSatisfy(Self.isTokenByte), !Self.reservedFields.contains(name) else {
                throw TransportError(
                    code: .failed, message: "The request has a header field with an invalid or reserved name.",
                    advice: "Use a token (RFC 9110) that the transport does not write itself.")
            }
            guard header.value.utf8.allSatisfy({ ($0 >= 0x20 && $0 != 0x7F) || $0 == 0x09 }) else {
                throw TransportError(
                    code: .failed, message: "The header field \(name) holds a control character.",
                    advice: "Remove line breaks and other control characters.")
            }
        }
    }

    func hasHeader(_ lowercasedName: String) -> Bool {
        headers.contains { $0.name.lowercased() == lowercasedName }
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default:
            "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
