import NIOSSL
import SyncProtocol

/// Where the server listens, and the named limits of a connection.
public struct ServerSettings: Sendable {
    public var host: String
    /// 0 lets the system choose; the server reports the port that it got.
    public var port: Int
    /// Nil serves plain HTTP: behind a proxy on the same machine, and in tests.
    public var tls: TLSConfiguration?
    /// Connections at a time; more wait in the system's backlog.
    public var connections: Int
    /// A connection without a request is closed after this time.
    public var idleSeconds: Int
    /// How long a request's body may take whatever its size; after that it must come at ``bodyBytesPerSecond`` on average.
    public var bodySeconds: Int
    /// Half of what the slowest line in use gives (GSM data, about 1,000 bytes a second).
    public var bodyBytesPerSecond: Int
    /// A reader that takes nothing for this time is cut off.
    public var writeSeconds: Int
    /// Requests in flight have this long when the server stops, then they are cut off. TLS waits up to 5 s more for a
    /// peer that does not answer its goodbye; both together stay within the 15 s that a stop may take.
    public var stopSeconds: Int
    /// A connection on which a body was left unread is closed this long after its answer: time enough to read that.
    public var lingerMilliseconds: Int
    public var headerFieldBytes: Int
    public var headerBytes: Int
    public var headerCount: Int
    public var bodyBytes: Int
    /// All bodies that are in memory at a time; what comes beyond is answered `busy`. Checking a signature and reading take
    /// up to five times a body's size beside it.
    public var bodiesBytes: Int

    public init(
        host: String, port: Int, tls: TLSConfiguration?, connections: Int = 512, idleSeconds: Int = 30,
        bodySeconds: Int = 60, bodyBytesPerSecond: Int = 500, writeSeconds: Int = 60, stopSeconds: Int = 8,
        lingerMilliseconds: Int = 2000, headerFieldBytes: Int = 4096, headerBytes: Int = 16 * 1024,
        headerCount: Int = 64,
        bodyBytes: Int = Limits.requestBytes, bodiesBytes: Int = 128 << 20
    ) {
        self.host = host
        self.port = port
        self.tls = tls
        self.connections = connections
        self.idleSeconds = idleSeconds
        self.bodySeconds = bodySeconds
        self.bodyBytesPerSecond = bodyBytesPerSecond
        self.writeSeconds = writeSeconds
        self.stopSeconds = stopSeconds
        self.lingerMilliseconds = lingerMilliseconds
        self.headerFieldBytes = headerFieldBytes
        self.headerBytes = headerBytes
        self.headerCount = headerCount
        self.bodyBytes = bodyBytes
        self.bodiesBytes = bodiesBytes
    }

    /// TLS 1.2 or later with this certificate chain and key, both PEM files. Throws NIOSSL's error for a file it cannot use.
    public static func tls(certificateChain: String, privateKey: String) throws -> TLSConfiguration {
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(certificateChain).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: privateKey, format: .pem)))
        configuration.minimumTLSVersion = .tlsv12
        return configuration
    }
}
