/// What one `CurlTransport` trusts and how long it waits.
public struct CurlConfiguration: Sendable {
    /// A PEM file. When given, only the certificates in it are trusted, not the system's.
    public var caFile: String?
    /// For name, TCP and TLS together.
    public var connectTimeout: Duration
    /// How long a transfer may go on at under `slowestBytesPerSecond`, also while the server thinks; whole seconds,
    /// rounded up, at least one.
    public var stallTimeout: Duration
    /// For the whole transfer; nil for no limit other than the stall.
    public var totalTimeout: Duration?
    /// For the body after decompression.
    public var maxReplyBytes: Int
    public var userAgent: String
    /// Whether a reply on a new connection tells what the server's certificate says.
    public var tellsCertificate = false
    /// Whether the next request may go over the same connection.
    public var keepsConnections = true

    /// A server that drips is a stall too. The slowest line in use (GSM data, about 1,000 bytes a second) is far above.
    static let slowestBytesPerSecond = 32
    /// Well above what a coordinator sends, below libcurl's own limit for a header line (100 KiB).
    static let maxHeaderBytes = 64 * 1024

    public init(
        caFile: String? = nil, connectTimeout: Duration = .seconds(15), stallTimeout: Duration = .seconds(60),
        totalTimeout: Duration? = nil, maxReplyBytes: Int = 32 * 1024 * 1024, userAgent: String = "mutasi-node/1"
    ) {
        self.caFile = caFile
        self.connectTimeout = connectTimeout
        self.stallTimeout = stallTimeout
        self.totalTimeout = totalTimeout
        self.maxReplyBytes = maxReplyBytes
        self.userAgent = userAgent
    }
}

extension Duration {
    /// Rounded up, from 1 (0 means "the default" to libcurl) to about 24 days (libcurl counts in 32 bits).
    var curlMilliseconds: Int {
        let parts = components
        let longest = Int64(Int32.max) / 1_000 - 1
        let seconds = min(max(parts.seconds, 0), longest)
        let fraction = (max(parts.attoseconds, 0) + 999_999_999_999_999) / 1_000_000_000_000_000
        return max(1, Int(seconds * 1_000 + fraction))
    }

    /// Rounded up, at least 1.
    var curlSeconds: Int {
        (curlMilliseconds + 999) / 1_000
    }
}
